namespace BedrockPS;

/// <summary>A limit that no call may pass, and what has been used of it.</summary>
public sealed class Budget
{
    /// <summary>What it is for.</summary>
    public BudgetScope Scope { get; set; }

    /// <summary>How long it is for.</summary>
    public BudgetPeriod Period { get; set; }

    /// <summary>The most that calls may cost; null for no limit.</summary>
    public decimal? MaxCost { get; set; }

    /// <summary>The most tokens that calls may use, read and written together; null for no limit.</summary>
    public long? MaxTokens { get; set; }

    /// <summary>Whether calls whose price is unknown may be made; they count as nothing.</summary>
    public bool AllowUnknownPrice { get; set; }

    /// <summary>
    /// What calls have cost so far, those under way at their worst; null for a conversation's or a pipeline's.
    /// </summary>
    public decimal? UsedCost { get; set; }

    /// <summary>The tokens so far, those under way at their worst; null for a conversation's or a pipeline's.</summary>
    public long? UsedTokens { get; set; }

    /// <summary>What is left of the cost.</summary>
    public decimal? RemainingCost => MaxCost - UsedCost;

    /// <summary>What is left of the tokens.</summary>
    public long? RemainingTokens => MaxTokens - UsedTokens;

    /// <summary>The usage log whose calls are counted; null where only the session's are.</summary>
    public string? UsageLog { get; set; }

    /// <summary>The scope and the limits.</summary>
    public override string ToString() =>
        $"{Scope}{(Period == BudgetPeriod.Day ? " a day" : "")}: {MaxCost} in cost, {MaxTokens} in tokens";
}
