namespace BedrockPS.Conversations;

/// <summary>A conversation at one moment: what its file holds is one, and what it is to hold another.</summary>
/// <param name="Messages">The turns; the objects themselves tell one turn from another.</param>
/// <param name="Settings">What is fixed for all calls, as JSON.</param>
/// <param name="Summary">What stands for turns that were removed.</param>
/// <param name="Usage">What all calls used, as JSON.</param>
/// <param name="Cost">What all calls cost, as JSON.</param>
/// <param name="StopReason">Why the last answer ended.</param>
internal sealed record ConversationState(
    IReadOnlyList<Message> Messages,
    string Settings,
    string? Summary,
    string Usage,
    string Cost,
    string? StopReason)
{
    public static ConversationState Of(Conversation conversation) => new(
        [.. conversation.Messages],
        ConversationMembers.Settings(conversation).ToJsonString(),
        conversation.Summary,
        ConversationMembers.Usage(conversation).ToJsonString(),
        ConversationCost.Write(conversation.Cost).ToJsonString(),
        conversation.StopReason);

    /// <summary>How many turns at the beginning are the same in both.</summary>
    public int CountSame(ConversationState other)
    {
        int most = Math.Min(Messages.Count, other.Messages.Count);
        int same = 0;
        while (same < most && ReferenceEquals(Messages[same], other.Messages[same]))
        {
            same++;
        }

        return same;
    }
}
