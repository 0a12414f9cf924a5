namespace BedrockPS.Chat;

/// <summary>Tells whether a text goes on in the next line, and takes off the signs that said so.</summary>
/// <remarks>
/// A line goes on that ends in a backslash or a backtick behind a blank, and everything between two times three quotes.
/// The blank keeps paths and code apart from that: C:\Windows\ and `Get-Item` are whole.
/// </remarks>
public static class Continuation
{
    private const string Fence = "\"\"\"";

    /// <summary>Whether Enter begins a new line instead of sending the text.</summary>
    public static bool IsOpen(string text) => IsOpenBlock(text) || EndsInSign(text);

    /// <summary>The text that Enter leaves where it begins a new line.</summary>
    public static string Continue(string text) =>
        EndsInSign(text) && !IsOpenBlock(text) ? text[..^1].TrimEnd(' ') : text;

    /// <summary>The text as it is to be sent.</summary>
    public static string Unwrap(string text)
    {
        string bare = text.Trim();
        return IsBlock(bare) ? bare[Fence.Length..^Fence.Length].Trim('\n') : bare;
    }

    private static bool IsOpenBlock(string text) =>
        text.TrimStart().StartsWith(Fence, StringComparison.Ordinal) && !IsBlock(text.Trim());

    private static bool IsBlock(string bare) =>
        bare.Length >= 2 * Fence.Length
        && bare.StartsWith(Fence, StringComparison.Ordinal)
        && bare.EndsWith(Fence, StringComparison.Ordinal);

    private static bool EndsInSign(string text) =>
        text.Length > 0
        && text[^1] is '\\' or '`'
        && (text.Length == 1 || char.IsWhiteSpace(text[^2]));
}
