using System.Text;
using BedrockPS.Json;

namespace BedrockPS.StructuredOutput;

/// <summary>Makes the turns of a typed answer such that a conversation can go on from them.</summary>
internal static class AnswerTurns
{
    /// <summary>The turns to keep.</summary>
    /// <param name="turns">The turns since the question.</param>
    /// <param name="wrong">Where an answer stands that was wrong, and what was said of it behind; -1 for none.</param>
    public static IReadOnlyList<Message> Of(IReadOnlyList<Message> turns, int wrong)
    {
        IEnumerable<Message> kept = wrong < 0 ? turns : turns.Where((_, i) => i != wrong && i != wrong + 1);
        return [.. kept.Select(turn => CallIn(turn) is { } call ? AsText(call) : turn)];
    }

    private static ToolUseBlock? CallIn(Message turn) =>
        turn.Content.OfType<ToolUseBlock>().FirstOrDefault(call => call.Name == AnswerRequest.ToolName);

    // The service takes no next question before a call has its result, and there is none to give.
    private static Message AsText(ToolUseBlock call) => new(
        MessageRole.Assistant,
        call.Input as string ?? Encoding.UTF8.GetString(BedrockJson.WriteDocument(call.Input)));
}
