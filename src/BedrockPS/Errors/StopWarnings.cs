namespace BedrockPS.Errors;

/// <summary>What to tell of a model that stopped before it was done.</summary>
internal static class StopWarnings
{
    /// <summary>The warning; null for a reason that needs none.</summary>
    public static string? For(string? stopReason) => stopReason switch
    {
        "max_tokens" => "The answer was cut at its limit of tokens; raise -MaxTokens.",
        "guardrail_intervened" =>
            "A guardrail intervened: the text is not, or not only, the model's. See .GuardrailTrace.",
        "content_filtered" => "The answer was filtered by the model's provider.",
        "model_context_window_exceeded" => "The model's context window is full: the answer was cut. "
            + "Compress-BRConversation shortens a conversation; otherwise send less.",
        string reason when reason.StartsWith("malformed_", StringComparison.Ordinal) =>
            $"The model wrote something that nobody could make sense of ({reason}); ask again.",
        _ => null,
    };
}
