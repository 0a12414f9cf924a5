using BedrockPS.Http;

namespace BedrockPS.StructuredOutput;

/// <summary>Tells whether the service took offence at the way of asking, and not at the question.</summary>
internal static class AnswerRefusal
{
    private static readonly string[] OfNative =
        ["outputConfig", "output_config", "output config", "textFormat", "text format", "response_format", "schema",
         "structured output"];

    // "... toolConfig.toolChoice.tool field", "Thinking may not be enabled when tool_choice forces tool use"
    private static readonly string[] OfTool = ["toolChoice", "tool_choice", "toolConfig", "tool use", "tools"];

    // "This model doesn't support system messages."
    private static readonly string[] OfInstructions = ["system message", "system prompt", "system field"];

    private static readonly string[] Lasting = ["support", "not permitted", "not allowed", "unknown", "unrecognized"];

    /// <summary>Whether the next way is worth a try.</summary>
    public static bool Is(BedrockException failure, AnswerStrategy strategy) =>
        failure.ErrorCode == ErrorCodes.Validation && strategy switch
        {
            AnswerStrategy.Native => Says(failure, OfNative),
            AnswerStrategy.ForcedTool => Says(failure, OfTool),
            AnswerStrategy.Instructions => Says(failure, OfInstructions),
            _ => false,
        };

    /// <summary>Whether it is the model that cannot, whatever the schema.</summary>
    public static bool IsLasting(BedrockException failure) => Says(failure, Lasting);

    private static bool Says(BedrockException failure, string[] words) => Array.Exists(
        words, word => failure.Message.Contains(word, StringComparison.OrdinalIgnoreCase));
}
