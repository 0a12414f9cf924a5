using System.Management.Automation;

namespace BedrockPS.Cmdlets;

/// <summary>Forgets what the calls of the session used; a usage log and the budgets stay as they are.</summary>
/// <example>
/// <code>Clear-BRUsage
/// ./nightly.ps1
/// Get-BRUsage</code>
/// <para>Shows what one script used.</para>
/// </example>
[Cmdlet(VerbsCommon.Clear, "BRUsage")]
[OutputType(typeof(void))]
public sealed class ClearBRUsageCommand : BRCommandBase
{
    /// <inheritdoc/>
    protected override void End() => Session.Usage.Clear();
}
