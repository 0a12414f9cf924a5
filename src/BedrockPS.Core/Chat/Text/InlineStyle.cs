namespace BedrockPS.Chat.Text;

/// <summary>Follows strong, emphasised and code text within a line.</summary>
/// <remarks>
/// The signs of programs look like those of Markdown: a star before a blank, a dot or a slash, or in a word, is a star.
/// </remarks>
internal sealed class InlineStyle
{
    private const char Nothing = '\n';
    private const string NoOpening = "/.*,;:)]}|=<>+-";

    private int _codeLength;
    private char _before = Nothing;
    private MarkdownStyle _style;

    /// <summary>How text looks here.</summary>
    public MarkdownStyle Style => _codeLength > 0 ? _style | MarkdownStyle.Code : _style;

    /// <summary>Whether the character may mark what follows it.</summary>
    public bool IsSign(char c) => c == '`' || (c == '*' && _codeLength == 0 && _before != '\\');

    /// <summary>Goes past a character that marks nothing.</summary>
    public void Pass(char c) => _before = c;

    /// <summary>Takes a run of signs.</summary>
    /// <param name="run">The signs, all the same.</param>
    /// <param name="next">The character behind them.</param>
    /// <returns>Whether they mark anything.</returns>
    public bool Take(string run, char next)
    {
        bool isMark = run[0] switch
        {
            '`' => TakeCode(run.Length),
            '*' => TakeStars(run.Length, next),
            _ => false,
        };
        _before = run[0];
        return isMark;
    }

    /// <summary>A mark that was not closed on its line marks nothing beyond it.</summary>
    public void EndLine()
    {
        _codeLength = 0;
        _style = MarkdownStyle.None;
        _before = Nothing;
    }

    private bool TakeCode(int length)
    {
        if (_codeLength > 0 && _codeLength != length)
        {
            return false;
        }

        _codeLength = _codeLength > 0 ? 0 : length;
        return true;
    }

    private bool TakeStars(int length, char next)
    {
        MarkdownStyle marked = length switch
        {
            1 => MarkdownStyle.Italic,
            2 => MarkdownStyle.Bold,
            3 => MarkdownStyle.Bold | MarkdownStyle.Italic,
            _ => MarkdownStyle.None,
        };
        bool isClosing = marked != MarkdownStyle.None && _style.HasFlag(marked) && !char.IsWhiteSpace(_before);
        bool isOpening = !char.IsLetterOrDigit(_before) && !char.IsWhiteSpace(next) && !NoOpening.Contains(next);
        if (marked == MarkdownStyle.None || (!isClosing && !isOpening))
        {
            return false;
        }

        _style = isClosing ? _style & ~marked : _style | marked;
        return true;
    }
}
