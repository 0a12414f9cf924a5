using System.Text;

namespace BedrockPS.Chat.Editing;

/// <summary>Makes text from outside fit the editor: one kind of line end, no control characters.</summary>
internal static class PastedText
{
    public static string Clean(string text)
    {
        StringBuilder clean = new(text.Length);
        string lines = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        foreach (Rune rune in lines.EnumerateRunes())
        {
            if (rune.Value is '\n' or '\t' || !Rune.IsControl(rune))
            {
                clean.Append(rune);
            }
        }

        return clean.ToString();
    }
}
