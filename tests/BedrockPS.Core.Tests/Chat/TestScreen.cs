using System.Globalization;
using BedrockPS.Chat.Editing;

namespace BedrockPS.Tests;

/// <summary>A terminal as far as the editor uses one: it wraps, scrolls, and throws at what it does not know.</summary>
internal sealed class TestScreen(int width, int height, bool isWrapDelayed = true)
{
    private readonly List<string[]> _rows = [Blank(width)];
    private int _row;
    private int _column;
    private bool _isWrapPending;

    public int Width => width;

    public int Height => height;

    /// <summary>What stands on the rows, without the blanks at their ends.</summary>
    public string[] Lines => [.. _rows.Select(row => string.Concat(row).TrimEnd())];

    public (int Row, int Column) Cursor => (_row, _column);

    public void Write(string text)
    {
        for (int at = 0; at < text.Length;)
        {
            if (text[at] == '\e')
            {
                at = Control(text, at + 2);
                continue;
            }

            int next = Graphemes.Next(text, at);
            Put(text[at..next]);
            at = next;
        }
    }

    private static string[] Blank(int width) => [.. Enumerable.Repeat(" ", width)];

    private void Put(string grapheme)
    {
        switch (grapheme)
        {
            case "\r\n":
                _isWrapPending = false;
                _column = 0;
                Down();
                break;
            case "\r":
                _isWrapPending = false;
                _column = 0;
                break;
            default:
                Print(grapheme);
                break;
        }
    }

    private void Print(string grapheme)
    {
        int cells = CellWidth.Of(grapheme);
        if (_isWrapPending || _column + cells > width)
        {
            _isWrapPending = false;
            _column = 0;
            Down();
        }

        _rows[_row][_column] = grapheme;
        for (int i = 1; i < cells; i++)
        {
            _rows[_row][_column + i] = string.Empty;
        }

        _column += cells;
        if (_column == width)
        {
            Wrap();
        }
    }

    private void Wrap()
    {
        if (isWrapDelayed)
        {
            _column = width - 1;
            _isWrapPending = true;
        }
        else
        {
            _column = 0;
            Down();
        }
    }

    private void Down()
    {
        _row++;
        if (_row == _rows.Count)
        {
            _rows.Add(Blank(width));
        }
    }

    private int Control(string text, int start)
    {
        int end = start;
        while (text[end] is < '@' or > '~')
        {
            end++;
        }

        int count = end > start ? int.Parse(text[start..end], CultureInfo.InvariantCulture) : 1;
        Move(text[end], count);
        return end + 1;
    }

    private void Move(char move, int count)
    {
        _isWrapPending = false;
        switch (move)
        {
            case 'A':
                // What has left the screen at its top cannot be reached.
                _row = Math.Max(Math.Max(0, _rows.Count - height), _row - count);
                break;
            case 'C':
                _column = Math.Min(width - 1, _column + count);
                break;
            case 'J' or 'K':
                Erase(isBelow: move == 'J');
                break;
            default:
                throw new InvalidOperationException($"The screen does not know '{move}'.");
        }
    }

    private void Erase(bool isBelow)
    {
        for (int column = _column; column < width; column++)
        {
            _rows[_row][column] = " ";
        }

        if (isBelow)
        {
            _rows.RemoveRange(_row + 1, _rows.Count - _row - 1);
        }
    }
}
