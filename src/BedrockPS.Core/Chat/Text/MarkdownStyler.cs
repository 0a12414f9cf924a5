using System.Text;

namespace BedrockPS.Chat.Text;

/// <summary>Styles Markdown that comes in pieces, each as soon as it is clear what it is.</summary>
/// <remarks>
/// No character is changed, left out or added, so that what is copied from the screen is what the model wrote, and a
/// sign that was none, as in **/*.log, is not lost. A run of signs waits for the character behind it; nothing else
/// does.
/// </remarks>
internal sealed class MarkdownStyler
{
    private readonly StyleWriter _writer = new();
    private readonly StringBuilder _run = new();
    private readonly InlineStyle _inline = new();
    private readonly CodeFence _fence = new();
    private bool _isIndent = true;
    private bool _isHeading;

    /// <summary>The piece, styled, with what waited for it.</summary>
    public string Add(string piece)
    {
        foreach (char c in piece)
        {
            Add(c);
        }

        return _writer.Take();
    }

    /// <summary>What still waited, and the end of every style.</summary>
    public string End()
    {
        CloseRun(next: '\n');
        _writer.Reset();
        return _writer.Take();
    }

    private void Add(char c)
    {
        if (_run.Length > 0 && _run[0] != c)
        {
            CloseRun(c);
        }

        if (IsSign(c))
        {
            _run.Append(c);
        }
        else
        {
            WriteText(c);
        }
    }

    private bool IsSign(char c) => _fence.IsOpen
        ? _isIndent && c == _fence.Sign
        : _inline.IsSign(c) || (_isIndent && c is '#' or '~');

    private void WriteText(char c)
    {
        _writer.Write(c, Style);
        _inline.Pass(c);
        _isIndent = c == '\n' || (_isIndent && c is ' ' or '\t');
        if (c == '\n')
        {
            _isHeading = false;
            _fence.EndLine();
            _inline.EndLine();
        }
    }

    // The run of signs is whole, and what stands behind it is known.
    private void CloseRun(char next)
    {
        if (_run.Length == 0)
        {
            return;
        }

        string run = _run.ToString();
        _run.Clear();
        if ((_isIndent && _fence.Take(run, next)) || _fence.IsOpen)
        {
            _writer.Write(run, MarkdownStyle.Code);
        }
        else if (_isIndent && run[0] == '#')
        {
            _isHeading = run.Length <= 6 && next == ' ';
            _writer.Write(run, Style);
        }
        else
        {
            WriteInline(run, next);
        }

        _isIndent = false;
    }

    private void WriteInline(string run, char next)
    {
        bool isMark = _inline.Take(run, next);
        _writer.Write(run, isMark ? MarkdownStyle.Faint : Style);
    }

    private MarkdownStyle Style => _fence.IsLine
        ? MarkdownStyle.Code
        : _inline.Style | (_isHeading ? MarkdownStyle.Bold : MarkdownStyle.None);
}
