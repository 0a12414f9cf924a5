using System.Management.Automation;
using BedrockPS.Http;

namespace BedrockPS.Cmdlets;

/// <summary>Limits what calls may cost: a call that might pass the limit is not made.</summary>
/// <remarks>
/// <para>Each call is checked before it is sent, at its worst: an estimate of its input, and -MaxTokens of output, or
/// the longest answer of the model where the price table knows it. Once the call is over, what it took stands in the
/// place of its worst case. A call that might pass the limit is a terminating error, BudgetExceeded.</para>
/// <para>A call whose price is unknown is not made either, unless -AllowUnknownPrice lets it pass.</para>
/// <para>A day's budget counts the calls of all processes that write the same usage log (Set-BRDefault -UsageLog);
/// without one it counts this session's. A call of which it is not known what it took, such as one whose process was
/// killed, counts at its worst until the day is over.</para>
/// </remarks>
/// <example>
/// <code>Set-BRBudget -MaxCost 5 -MaxTokens 1e6</code>
/// <para>Lets this session spend five dollars and a million tokens.</para>
/// </example>
/// <example>
/// <code>Set-BRDefault -UsageLog /var/log/bedrock/usage.jsonl
/// Set-BRBudget -MaxCost 20 -Period Day</code>
/// <para>Lets all runbooks that share the log spend 20 dollars a day together.</para>
/// </example>
[Cmdlet(VerbsCommon.Set, "BRBudget")]
[OutputType(typeof(void))]
public sealed class SetBRBudgetCommand : BudgetCommandBase
{
    /// <summary>The most that calls may cost, in the currency of the price table.</summary>
    [Parameter]
    [ValidateRange(0.0, 1e12)]
    public decimal MaxCost { get; set; }

    /// <summary>The most tokens that calls may use, read and written together.</summary>
    [Parameter]
    [ValidateRange(0L, long.MaxValue)]
    public long MaxTokens { get; set; }

    /// <summary>Lets calls pass whose price is unknown; they count as nothing.</summary>
    [Parameter]
    public SwitchParameter AllowUnknownPrice { get; set; }

    /// <inheritdoc/>
    protected override void End()
    {
        Require(Check);
        Session.Budgets.Set(new Budget
        {
            Scope = Scope,
            Period = Period,
            MaxCost = IsBound(nameof(MaxCost)) ? MaxCost : null,
            MaxTokens = IsBound(nameof(MaxTokens)) ? MaxTokens : null,
            AllowUnknownPrice = AllowUnknownPrice,
        });
        if (Period == BudgetPeriod.Day && Defaults.UsageLog is null)
        {
            WriteWarning(
                "There is no usage log, so the budget counts the calls of this session alone. Set-BRDefault -UsageLog "
                + "names one that all processes share.");
        }
    }

    private bool Check()
    {
        if (!IsBound(nameof(MaxCost)) && !IsBound(nameof(MaxTokens)))
        {
            throw new BedrockException(ClientErrorCode.InvalidRequest, "A budget needs -MaxCost, -MaxTokens or both.");
        }

        return Period != BudgetPeriod.Day || Scope == BudgetScope.Session
            ? true
            : throw new BedrockException(
                ClientErrorCode.InvalidRequest, $"-Period Day is for the session, not for each {Scope}.");
    }
}
