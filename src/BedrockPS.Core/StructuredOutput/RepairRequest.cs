namespace BedrockPS.StructuredOutput;

/// <summary>Asks once more, with what was wrong.</summary>
internal static class RepairRequest
{
    /// <summary>The request with the wrong answer and what is wrong with it as further turns.</summary>
    public static ConverseRequest Of(ConverseRequest asked, ConverseResponse answer, IReadOnlyList<string> problems)
    {
        string text = "This does not satisfy the JSON Schema:\n" + ProblemText.List(problems)
            + "\nGive the whole answer again, corrected, as JSON alone.";
        Message wrong = answer.Message ?? new Message(MessageRole.Assistant, answer.Text);
        ToolUseBlock[] calls = [.. wrong.Content.OfType<ToolUseBlock>()];
        Message objection = calls.Length == 0
            ? new Message(MessageRole.User, text)
            : new Message(MessageRole.User, calls.Select(call => ErrorResult(call, text)));
        ConverseRequest again = asked.Clone();
        again.Messages = SendableTurns.Of([.. asked.Messages, wrong, objection]);
        return again;
    }

    private static ToolResultBlock ErrorResult(ToolUseBlock call, string text) => new()
    {
        ToolUseId = call.ToolUseId,
        Content = [new Dictionary<string, object?> { ["text"] = text }],
        Status = "error",
    };
}
