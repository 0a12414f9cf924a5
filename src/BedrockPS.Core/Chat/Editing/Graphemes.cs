using System.Globalization;

namespace BedrockPS.Chat.Editing;

/// <summary>Steps through text by what a reader calls a character, which may be many code units.</summary>
internal static class Graphemes
{
    /// <summary>Where the character at an index ends.</summary>
    public static int Next(string text, int index) =>
        index >= text.Length ? text.Length : index + StringInfo.GetNextTextElementLength(text, index);

    /// <summary>Where the character before an index begins, found from the start of its line.</summary>
    public static int Previous(string text, int index)
    {
        int before = text.AsSpan(0, Math.Max(0, index - 1)).LastIndexOf('\n') + 1;
        for (int next = before; next < index; next = Next(text, next))
        {
            before = next;
        }

        return before;
    }

    /// <summary>Where the word after an index ends.</summary>
    public static int NextWord(string text, int index)
    {
        int at = index;
        while (at < text.Length && !IsWord(text[at]))
        {
            at++;
        }

        while (at < text.Length && IsWord(text[at]))
        {
            at++;
        }

        return at;
    }

    /// <summary>Where the word before an index begins.</summary>
    public static int PreviousWord(string text, int index)
    {
        int at = index;
        while (at > 0 && !IsWord(text[at - 1]))
        {
            at--;
        }

        while (at > 0 && IsWord(text[at - 1]))
        {
            at--;
        }

        return at;
    }

    // What stands between words is little; halves of characters and their marks belong to words.
    private static bool IsWord(char c) => !char.IsWhiteSpace(c) && !char.IsPunctuation(c) && !char.IsSymbol(c);
}
