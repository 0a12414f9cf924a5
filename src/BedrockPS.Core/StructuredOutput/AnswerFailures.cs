using BedrockPS.Http;

namespace BedrockPS.StructuredOutput;

/// <summary>The failures of an answer that came and is not what was asked for.</summary>
internal static class AnswerFailures
{
    /// <summary>An answer that was cut or refused is that, and not a wrong one.</summary>
    /// <exception cref="BedrockException"><c>AnswerTruncated</c> or <c>AnswerRefused</c>.</exception>
    public static void ThrowIfCut(ConverseResponse response)
    {
        switch (response.StopReason)
        {
            case StopReason.MaxTokens:
                throw Make(response, ClientErrorCode.AnswerTruncated,
                    "The answer reached its limit of tokens before its JSON was whole. Raise -MaxTokens, or ask for "
                    + "less.");
            case "model_context_window_exceeded":
                throw Make(response, ClientErrorCode.AnswerTruncated,
                    "The model's context window was full before the JSON of the answer was whole. Send or ask for "
                    + "less.");
            case StopReason.GuardrailIntervened:
                throw Make(response, ClientErrorCode.AnswerRefused,
                    "A guardrail intervened, so the answer is not what was asked for. See .GuardrailTrace of the "
                    + "exception's PartialResponse.");
            case "content_filtered" or "refusal":
                throw Make(response, ClientErrorCode.AnswerRefused,
                    $"The model refused to answer ({response.StopReason}).");
        }
    }

    /// <summary>An answer that does not satisfy the schema.</summary>
    public static BedrockException Invalid(
        ConverseResponse response, IReadOnlyList<string> problems, bool isRepaired) => Make(
            response,
            ClientErrorCode.InvalidAnswer,
            $"The answer of '{response.ModelId}' does not satisfy the schema"
            + (isRepaired ? ", also not when asked once more: " : ": ") + $"{ProblemText.Join(problems)}.");

    private static BedrockException Make(ConverseResponse response, string code, string message) => new(code, message)
    {
        ModelId = response.ModelId,
        RequestId = response.RequestId,
        Attempts = response.Attempts,
        PartialResponse = response,
    };
}
