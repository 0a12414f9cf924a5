using System.Management.Automation;
using BedrockPS.Http;

namespace BedrockPS.Cmdlets;

/// <summary>Stops local endpoints of this session.</summary>
/// <remarks>
/// Without parameters it stops all of them. What an endpoint displaced as the session's default is so again, and a
/// model that came with it goes with it.
/// </remarks>
/// <example>
/// <code>Stop-BRLocalEndpoint</code>
/// <para>Stops every endpoint that this session has started.</para>
/// </example>
[Cmdlet(VerbsLifecycle.Stop, "BRLocalEndpoint", DefaultParameterSetName = AllSet)]
[OutputType(typeof(void))]
public sealed class StopBRLocalEndpointCommand : BRCommandBase
{
    private const string AllSet = "All";
    private const string EndpointSet = "Endpoint";
    private const string PortSet = "Port";

    /// <summary>The endpoint to stop, as Start-BRLocalEndpoint returned it.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = EndpointSet)]
    [ValidateNotNull]
    public LocalEndpoint InputObject { get; set; } = null!;

    /// <summary>The port of the endpoint to stop.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = PortSet)]
    [ValidateRange(1, 65535)]
    public int Port { get; set; }

    /// <inheritdoc/>
    protected override object? ErrorTarget => ParameterSetName == PortSet ? Port : InputObject;

    /// <inheritdoc/>
    protected override void Process()
    {
        LocalEndpoint[] stopped = ParameterSetName switch
        {
            EndpointSet => [InputObject],
            PortSet => [AtPort()],
            _ => [.. Session.Endpoints],
        };
        foreach (LocalEndpoint endpoint in stopped)
        {
            Session.Stop(endpoint);
        }
    }

    private LocalEndpoint AtPort() => Session.Endpoints.FirstOrDefault(endpoint => endpoint.Port == Port)
        ?? throw new BedrockException(
            ClientErrorCode.LocalEndpointNotFound,
            $"This session has no local endpoint on port {Port}. Get-BRLocalEndpoint lists them.");
}
