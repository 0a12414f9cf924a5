using System.Management.Automation;

namespace BedrockPS.Cmdlets;

/// <summary>Lists the local endpoints that this session has started.</summary>
/// <remarks>An endpoint's .Requests holds the newest requests that arrived, for assertions in tests.</remarks>
/// <example>
/// <code>(Get-BRLocalEndpoint).Requests | Select-Object Operation, ModelId, Outcome</code>
/// <para>Shows what was asked.</para>
/// </example>
[Cmdlet(VerbsCommon.Get, "BRLocalEndpoint")]
[OutputType(typeof(LocalEndpoint))]
public sealed class GetBRLocalEndpointCommand : BRCommandBase
{
    /// <inheritdoc/>
    protected override void End() => WriteObject(Session.Endpoints, enumerateCollection: true);
}
