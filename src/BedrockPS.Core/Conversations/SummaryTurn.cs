namespace BedrockPS.Conversations;

/// <summary>Puts the summary of earlier turns before the first question.</summary>
/// <remarks>
/// A model wrote it from what users and tools said, so it speaks as the user, not with the authority of the system
/// prompt, which some models do not have either. It is no turn of its own: turns stay what was really said.
/// </remarks>
internal static class SummaryTurn
{
    public static IList<Message> Before(IList<Message> turns, string? summary)
    {
        if (string.IsNullOrWhiteSpace(summary))
        {
            return turns;
        }

        TextBlock told = new()
        {
            Text = $"Summary of the conversation before this point:\n{summary}\n(End of summary.)",
        };
        return turns.Count > 0 && turns[0].Role == MessageRole.User
            ? [new Message(MessageRole.User, [told, .. turns[0].Content]) { Other = turns[0].Other }, .. turns.Skip(1)]
            : [new Message(MessageRole.User, [told]), .. turns];
    }
}
