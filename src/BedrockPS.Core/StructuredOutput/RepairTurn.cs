using System.Collections.Specialized;
using BedrockPS.Tools;

namespace BedrockPS.StructuredOutput;

/// <summary>Tells the model what was wrong.</summary>
internal static class RepairTurn
{
    /// <summary>The turn that answers a wrong answer: a text, or the error that its tool call came to.</summary>
    public static Message Of(ConverseResponse answer, IReadOnlyList<string> problems)
    {
        string text = "This does not satisfy the JSON Schema:\n" + ProblemText.List(problems)
            + "\nGive the whole answer again, corrected, as JSON alone.";
        ContentBlock[] results = [.. ToolTurn.Asked(answer.Message).Select(call => ErrorResult(call, text))];
        return results.Length > 0 ? new Message(MessageRole.User, results) : new Message(MessageRole.User, text);
    }

    private static ToolResultBlock ErrorResult(ToolUseBlock call, string text) => new()
    {
        ToolUseId = call.ToolUseId,
        Content = [new OrderedDictionary { ["text"] = text }],
        Status = "error",
    };
}
