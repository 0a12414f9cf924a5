namespace BedrockPS;

/// <summary>How long a budget is for.</summary>
public enum BudgetPeriod
{
    /// <summary>As long as it stands.</summary>
    None,

    /// <summary>A day, by UTC as the bill is; with a usage log, the calls of all processes that share it.</summary>
    Day,
}
