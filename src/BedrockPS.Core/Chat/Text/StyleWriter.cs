using System.Text;

namespace BedrockPS.Chat.Text;

/// <summary>Writes text with the sequences that make it look as it should.</summary>
internal sealed class StyleWriter
{
    private readonly StringBuilder _text = new();
    private MarkdownStyle _style;

    public void Write(char c, MarkdownStyle style)
    {
        // A blank looks the same in every style, and the end of a line leaves none behind.
        MarkdownStyle wanted = c == '\n' ? MarkdownStyle.None : style;
        if (wanted != _style && (c == '\n' || !char.IsWhiteSpace(c)))
        {
            _text.Append(Sequence(wanted));
            _style = wanted;
        }

        _text.Append(c);
    }

    public void Write(string text, MarkdownStyle style)
    {
        foreach (char c in text)
        {
            Write(c, style);
        }
    }

    /// <summary>Ends every style.</summary>
    public void Reset()
    {
        if (_style != MarkdownStyle.None)
        {
            _text.Append(Sequence(MarkdownStyle.None));
            _style = MarkdownStyle.None;
        }
    }

    /// <summary>What was written since it was last taken.</summary>
    public string Take()
    {
        string text = _text.ToString();
        _text.Clear();
        return text;
    }

    private static string Sequence(MarkdownStyle style)
    {
        StringBuilder codes = new("\u001b[0");
        codes.Append(style.HasFlag(MarkdownStyle.Bold) ? ";1" : string.Empty);
        codes.Append(style.HasFlag(MarkdownStyle.Faint) ? ";2" : string.Empty);
        codes.Append(style.HasFlag(MarkdownStyle.Italic) ? ";3" : string.Empty);
        codes.Append(style.HasFlag(MarkdownStyle.Code) ? ";36" : string.Empty);
        return codes.Append('m').ToString();
    }
}
