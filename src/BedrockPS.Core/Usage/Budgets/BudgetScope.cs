namespace BedrockPS;

/// <summary>What a budget is for.</summary>
public enum BudgetScope
{
    /// <summary>All calls of the session; with a period, all calls of the usage log.</summary>
    Session,

    /// <summary>The calls of each conversation by itself.</summary>
    Conversation,

    /// <summary>The calls of each command by itself, all its input together.</summary>
    Pipeline,
}
