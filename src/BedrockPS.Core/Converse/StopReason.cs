namespace BedrockPS;

/// <summary>The known reasons for a model to stop; a reason is a plain string, and new ones pass through.</summary>
public static class StopReason
{
    /// <summary>The model had said what it had to say.</summary>
    public const string EndTurn = "end_turn";

    /// <summary>The model waits for a tool's result.</summary>
    public const string ToolUse = "tool_use";

    /// <summary>The answer reached its limit of tokens.</summary>
    public const string MaxTokens = "max_tokens";

    /// <summary>The model wrote one of the caller's stop sequences.</summary>
    public const string StopSequence = "stop_sequence";

    /// <summary>A guardrail replaced or blocked the answer.</summary>
    public const string GuardrailIntervened = "guardrail_intervened";

    /// <summary>The caller stopped the stream; the text is what had arrived. The service never sends it.</summary>
    public const string Cancelled = "cancelled";
}
