namespace BedrockPS.Local.Replies;

/// <summary>Cuts text into the deltas of a stream, each of a few words.</summary>
internal static class WordSplitter
{
    private const int WordsPerPiece = 3;

    /// <summary>The pieces; joined they are the text again.</summary>
    public static IEnumerable<string> Split(string text)
    {
        int start = 0;
        int words = 0;
        for (int i = 1; i < text.Length; i++)
        {
            if (text[i] == ' ' && text[i - 1] != ' ' && ++words % WordsPerPiece == 0)
            {
                yield return text[start..i];
                start = i;
            }
        }

        // Empty text is one empty delta, which the service sends too.
        if (start < text.Length || text.Length == 0)
        {
            yield return text[start..];
        }
    }
}
