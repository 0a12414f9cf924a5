namespace BedrockPS.StructuredOutput;

/// <summary>Tells of problems without end as of a few.</summary>
internal static class ProblemText
{
    private const int Shown = 5;

    // What a model needs in order to mend an answer; a thousand wrong items are wrong for the same few reasons.
    private const int Listed = 20;

    /// <summary>The first few in one line.</summary>
    public static string Join(IReadOnlyList<string> problems) =>
        string.Join("; ", problems.Take(Shown))
        + (problems.Count > Shown ? $"; and {problems.Count - Shown} more" : "");

    /// <summary>One a line.</summary>
    public static string List(IReadOnlyList<string> problems) =>
        string.Join('\n', problems.Take(Listed).Select(problem => $"- {problem}"))
        + (problems.Count > Listed ? $"\n- and {problems.Count - Listed} more" : "");
}
