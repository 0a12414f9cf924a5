using System.Globalization;
using System.Text;

namespace BedrockPS.Conversion;

/// <summary>Text from elsewhere, made safe to show: it can neither steer the terminal nor hide what it says.</summary>
internal static class VisibleText
{
    /// <summary>The text, with control, format and direction characters written as escapes.</summary>
    public static string Of(string text)
    {
        StringBuilder visible = new(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (IsHidden(Rune.GetUnicodeCategory(rune)))
            {
                visible.Append(CultureInfo.InvariantCulture, $"\\u{{{rune.Value:X}}}");
            }
            else
            {
                visible.Append(rune);
            }
        }

        return visible.ToString();
    }

    private static bool IsHidden(UnicodeCategory category) => category
        is UnicodeCategory.Control
        or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator
        or UnicodeCategory.ParagraphSeparator;
}
