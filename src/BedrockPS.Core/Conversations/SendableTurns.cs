using System.Collections.Specialized;

namespace BedrockPS;

/// <summary>Makes kept turns fit what the service takes: no blank text, no empty turn, roles in alternation.</summary>
/// <remarks>
/// A model may answer with an empty text, and a cancelled stream may have held nothing yet. Both stay in the
/// conversation as they were; sent back as they are, the service would refuse every further question.
/// </remarks>
internal static class SendableTurns
{
    public static IList<Message> Of(IEnumerable<Message> turns)
    {
        List<Message> sendable = [];
        foreach (Message turn in turns)
        {
            ContentBlock[] content = turn.Content.Where(IsSendable).Select(ToSendable).ToArray();
            if (content.Length == 0)
            {
                continue;
            }

            if (sendable.Count > 0 && sendable[^1].Role == turn.Role)
            {
                Message before = sendable[^1];
                sendable[^1] = new Message(turn.Role, before.Content.Concat(content)) { Other = before.Other };
            }
            else
            {
                sendable.Add(new Message(turn.Role, content) { Other = turn.Other });
            }
        }

        return sendable;
    }

    private static bool IsSendable(ContentBlock block) =>
        block is not TextBlock text || !string.IsNullOrWhiteSpace(text.Text);

    // Arguments that the model did not finish are kept as text; the service takes an object alone.
    private static ContentBlock ToSendable(ContentBlock block) => block is ToolUseBlock { Input: string or null } call
        ? call.WithInput(new OrderedDictionary { ["unfinished"] = call.Input })
        : block;
}
