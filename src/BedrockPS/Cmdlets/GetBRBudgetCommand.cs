using System.Management.Automation;

namespace BedrockPS.Cmdlets;

/// <summary>Shows the budgets of the session, and what has been used of them.</summary>
/// <remarks>
/// Calls under way count at their worst. The budget of a conversation or a pipeline starts anew with each.
/// </remarks>
/// <example>
/// <code>Get-BRBudget | Select-Object Scope, RemainingCost</code>
/// <para>Shows what is left.</para>
/// </example>
[Cmdlet(VerbsCommon.Get, "BRBudget")]
[OutputType(typeof(Budget))]
public sealed class GetBRBudgetCommand : BudgetCommandBase
{
    /// <inheritdoc/>
    protected override void End() => WriteObject(
        Session.Budgets.Report(Defaults.UsageLog, TimeProvider.System)
            .Where(budget => (GivenScope ?? budget.Scope) == budget.Scope)
            .Where(budget => (GivenPeriod ?? budget.Period) == budget.Period),
        enumerateCollection: true);
}
