using System.Management.Automation;
using BedrockPS.Http;

namespace BedrockPS.Cmdlets;

/// <summary>What the cmdlets about one local endpoint share: which one.</summary>
public abstract class LocalEndpointCommandBase : BRCommandBase
{
    /// <summary>The endpoint, as Start-BRLocalEndpoint returned it; the session's own when absent.</summary>
    [Parameter(ValueFromPipeline = true)]
    [ValidateNotNull]
    public LocalEndpoint? Endpoint { get; set; }

    /// <inheritdoc/>
    protected override object? ErrorTarget => Endpoint;

    /// <summary>The endpoint given, else the one that calls go to by default, else the newest.</summary>
    private protected LocalEndpoint FindEndpoint() =>
        Endpoint
        ?? Session.Endpoints.FirstOrDefault(endpoint => endpoint.Uri == Defaults.EndpointUrl)
        ?? (Session.Endpoints is [.., LocalEndpoint newest] ? newest : null)
        ?? throw new BedrockException(
            ClientErrorCode.LocalEndpointNotFound,
            "This session has no local endpoint. Start one with Start-BRLocalEndpoint, or name one with -Endpoint.");
}
