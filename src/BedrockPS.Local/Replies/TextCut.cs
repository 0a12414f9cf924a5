namespace BedrockPS.Local.Replies;

/// <summary>Cuts text short.</summary>
internal static class TextCut
{
    /// <summary>The first characters, without half of a surrogate pair at the end.</summary>
    public static string At(string text, int length)
    {
        if (text.Length <= length)
        {
            return text;
        }

        return length > 0 && char.IsHighSurrogate(text[length - 1]) ? text[..(length - 1)] : text[..length];
    }

    /// <summary>The text before the first of the stop sequences, and which one that was.</summary>
    public static (string Text, string? StopSequence) AtStop(string text, IReadOnlyList<string> stopSequences)
    {
        int end = text.Length;
        string? found = null;
        foreach (string stop in stopSequences)
        {
            int at = stop.Length == 0 ? -1 : text.IndexOf(stop, StringComparison.Ordinal);
            if (at >= 0 && at < end)
            {
                (end, found) = (at, stop);
            }
        }

        return (text[..end], found);
    }
}
