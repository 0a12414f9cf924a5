namespace BedrockPS;

/// <summary>Where an answer stands in its conversation, so that one can go on from there.</summary>
internal sealed class AnswerOrigin(Conversation conversation)
{
    // The turns as they were: the conversation may since have grown, been undone or been compressed.
    private readonly Message[] _turns = [.. conversation.Messages];
    private readonly string? _summary = conversation.Summary;

    /// <summary>The conversation itself, where the answer is its last turn still; otherwise a branch of it.</summary>
    public Conversation Continue()
    {
        bool isLast = conversation.Summary == _summary
            && conversation.Messages.Count == _turns.Length
            && conversation.Messages.Zip(_turns).All(pair => ReferenceEquals(pair.First, pair.Second));
        return isLast ? conversation : conversation.Branch(_turns, _summary);
    }
}
