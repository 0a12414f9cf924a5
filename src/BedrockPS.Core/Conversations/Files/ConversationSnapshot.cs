namespace BedrockPS.Conversations;

/// <summary>A conversation as it is now, as the lines of a file: one for each exchange.</summary>
internal static class ConversationSnapshot
{
    public static byte[] Write(Conversation conversation, MediaFolder media)
    {
        List<byte> bytes = [.. ConversationHeader.Write(conversation), (byte)'\n'];
        ConversationState last = ConversationState.Of(conversation);
        ConversationState written = last with
        {
            Messages = [],
            Summary = null,
            StopReason = null,
            Usage = ConversationMembers.Usage(new Conversation()).ToJsonString(),
            Cost = ConversationCost.Write(Cost.None()).ToJsonString(),
        };
        foreach (ConversationState next in Steps(last, written))
        {
            if (ConversationLine.Write(written, next, conversation.CreatedAt, media) is { } line)
            {
                bytes.AddRange(line);
                bytes.Add((byte)'\n');
            }

            written = next;
        }

        return [.. bytes];
    }

    // What the single calls used and cost is not known any more: the last line tells it of all together.
    private static IEnumerable<ConversationState> Steps(ConversationState last, ConversationState written)
    {
        ConversationState step = written with { Summary = last.Summary };
        foreach (int end in Exchanges.Ends(last.Messages).SkipLast(1))
        {
            step = step with { Messages = [.. last.Messages.Take(end)] };
            yield return step;
        }

        yield return last;
    }
}
