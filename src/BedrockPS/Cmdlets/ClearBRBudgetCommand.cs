using System.Management.Automation;

namespace BedrockPS.Cmdlets;

/// <summary>Takes budgets away: those of a scope or a period, or all.</summary>
/// <example>
/// <code>Clear-BRBudget</code>
/// <para>Takes all limits away.</para>
/// </example>
[Cmdlet(VerbsCommon.Clear, "BRBudget")]
[OutputType(typeof(void))]
public sealed class ClearBRBudgetCommand : BudgetCommandBase
{
    /// <inheritdoc/>
    protected override void End() => Session.Budgets.Remove(GivenScope, GivenPeriod);
}
