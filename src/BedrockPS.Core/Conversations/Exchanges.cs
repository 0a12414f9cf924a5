namespace BedrockPS.Conversations;

/// <summary>
/// Where exchanges begin and end: a question with all that follows it, calls of tools and their results included.
/// </summary>
internal static class Exchanges
{
    /// <summary>The index of each exchange's first turn; what stands before the first question is one, too.</summary>
    public static IReadOnlyList<int> Starts(IReadOnlyList<Message> turns) =>
        [.. Enumerable.Range(0, turns.Count).Where(i => i == 0 || Conversation.IsQuestion(turns[i]))];

    /// <summary>The index after each exchange's last turn.</summary>
    public static IReadOnlyList<int> Ends(IReadOnlyList<Message> turns) => Ends(turns, Starts(turns));

    /// <summary>
    /// The index after each exchange that the turns after it do not need: a question that comes with the results of
    /// tools belongs to the turn that asked for them.
    /// </summary>
    public static IReadOnlyList<int> WholeEnds(IReadOnlyList<Message> turns) => Ends(
        turns,
        [.. Starts(turns).Where(i => i == 0 || !turns[i].Content.Exists(block => block is ToolResultBlock))]);

    private static IReadOnlyList<int> Ends(IReadOnlyList<Message> turns, IReadOnlyList<int> starts) =>
        turns.Count == 0 ? [] : [.. starts.Skip(1), turns.Count];
}
