using BedrockPS.Chat.Text;

namespace BedrockPS.Chat;

/// <summary>Makes a streamed answer fit to be shown: harmless to the terminal, styled where that is wanted.</summary>
/// <param name="isStyled">Whether Markdown is to be styled, by the sequences of a terminal.</param>
public sealed class AnswerText(bool isStyled)
{
    private readonly TextCleaner _cleaner = new();
    private readonly MarkdownStyler? _styler = isStyled ? new MarkdownStyler() : null;

    /// <summary>What to show of a piece, and of what waited for it.</summary>
    public string Add(string piece) => Style(_cleaner.Clean(piece));

    /// <summary>What to show at the end.</summary>
    public string End() => Style(_cleaner.End()) + _styler?.End();

    /// <summary>A text that is whole, harmless and not styled.</summary>
    public static string Plain(string text)
    {
        AnswerText answer = new(isStyled: false);
        return answer.Add(text) + answer.End();
    }

    private string Style(string text) => _styler?.Add(text) ?? text;
}
