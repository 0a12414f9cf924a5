using System.Management.Automation;

namespace BedrockPS.Cmdlets;

/// <summary>What the cmdlets share that are about budgets: which one.</summary>
public abstract class BudgetCommandBase : BRCommandBase
{
    /// <summary>What the budget is for: Session, each Conversation, or each Pipeline.</summary>
    [Parameter(Position = 0)]
    public BudgetScope Scope { get; set; }

    /// <summary>How long the budget is for: None, as long as it stands, or a Day by UTC.</summary>
    [Parameter]
    public BudgetPeriod Period { get; set; }

    private protected BudgetScope? GivenScope => IsBound(nameof(Scope)) ? Scope : null;

    private protected BudgetPeriod? GivenPeriod => IsBound(nameof(Period)) ? Period : null;
}
