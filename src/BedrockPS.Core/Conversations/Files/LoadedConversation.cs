namespace BedrockPS.Conversations;

/// <summary>What was read of a conversation's file.</summary>
/// <param name="Conversation">The conversation.</param>
/// <param name="Length">The length of the file.</param>
/// <param name="End">Where its last whole line ends.</param>
internal sealed record LoadedConversation(Conversation Conversation, long Length, long End)
{
    /// <summary>Whether the last line lacks its line feed alone.</summary>
    public bool IsLastLineOpen { get; init; }
}
