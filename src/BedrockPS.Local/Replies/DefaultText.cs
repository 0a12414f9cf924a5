namespace BedrockPS.Local.Replies;

/// <summary>Composes the text that answers a prompt when no reply was scripted.</summary>
internal static class DefaultText
{
    private const int LongestQuote = 120;

    private static readonly string[] Openings =
    [
        "Here is a short answer to \"{0}\".", "You asked: \"{0}\".", "About \"{0}\", in brief.", "You wrote: \"{0}\".",
    ];

    private static readonly string[] Middles =
    [
        "The usual way is to start small, look at what comes back, and go on from there.",
        "Three things matter here: the goal, the limits, and how the result is checked.",
        "In most cases the simple approach is enough, and the exceptions show themselves early.",
        "It depends on the details, but the common case is well understood and easy to test.",
    ];

    private static readonly string[] Closings =
    [
        "Ask again with more detail for a longer answer.", "I can go through an example if that helps.",
        "Let me know which part to look at next.", "That covers the essentials.",
    ];

    public static string For(Prompt prompt)
    {
        uint hash = StableHash.Of($"{prompt.SystemText}\n{prompt.UserText}");
        string opening = string.Format(null, Pick(Openings, hash), Quote(prompt.UserText));
        return $"{opening} {Pick(Middles, hash >> 8)} {Pick(Closings, hash >> 16)}";
    }

    private static string Pick(string[] from, uint hash) => from[hash % (uint)from.Length];

    private static string Quote(string text)
    {
        string line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= LongestQuote ? line : TextCut.At(line, LongestQuote) + "...";
    }
}
