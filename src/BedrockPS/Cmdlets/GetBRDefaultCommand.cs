using System.Management.Automation;

namespace BedrockPS.Cmdlets;

/// <summary>Shows what this session's cmdlets use where a call says nothing.</summary>
/// <remarks>Defaults belong to the runspace: another one, such as a parallel script block's, has its own.</remarks>
/// <example>
/// <code>Get-BRDefault</code>
/// <para>Shows the defaults that are set.</para>
/// </example>
[Cmdlet(VerbsCommon.Get, "BRDefault")]
[OutputType(typeof(SessionDefaults))]
public sealed class GetBRDefaultCommand : BRCommandBase
{
    /// <inheritdoc/>
    protected override void End() => WriteObject(Defaults);
}
