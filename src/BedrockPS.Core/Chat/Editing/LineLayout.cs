using System.Text;

namespace BedrockPS.Chat.Editing;

/// <summary>How prompt and text lie on the rows of a screen, and where its cursor is among them.</summary>
internal sealed class LineLayout
{
    private readonly List<LayoutRow> _rows = [];
    private readonly StringBuilder _row = new();
    private readonly int _width;
    private int _column;

    private LineLayout(int width) => _width = width;

    public IReadOnlyList<LayoutRow> Rows => _rows;

    public int CursorRow { get; private set; }

    public int CursorColumn { get; private set; }

    /// <summary>Lays the text out.</summary>
    /// <param name="text">The text and the place in it.</param>
    /// <param name="prompt">What stands before the first line.</param>
    /// <param name="continuation">What stands before each further line.</param>
    /// <param name="width">The columns of the screen.</param>
    public static LineLayout Of(LineBuffer text, string prompt, string continuation, int width)
    {
        LineLayout layout = new(Math.Max(width, 2));
        layout.Place(prompt);
        for (int at = 0; at < text.Text.Length;)
        {
            layout.Mark(at, text.Cursor);
            int next = Graphemes.Next(text.Text, at);
            if (text.Text[at] == '\n')
            {
                layout.EndRow(isWrapped: false);
                layout.Place(continuation);
            }
            else
            {
                layout.PlaceOne(text.Text[at..next]);
            }

            at = next;
        }

        layout.Mark(text.Text.Length, text.Cursor);
        layout.EndRow(isWrapped: false);
        return layout;
    }

    private void Mark(int at, int cursor)
    {
        if (at == cursor)
        {
            (CursorRow, CursorColumn) = (_rows.Count, _column);
        }
    }

    private void Place(string text)
    {
        for (int at = 0; at < text.Length;)
        {
            int next = Graphemes.Next(text, at);
            PlaceOne(text[at..next]);
            at = next;
        }
    }

    private void PlaceOne(string grapheme)
    {
        int width = CellWidth.Of(grapheme);
        if (_column + width > _width)
        {
            // A wide character leaves the last column blank: every wrapped row is a full one.
            _row.Append(' ', _width - _column);
            EndRow(isWrapped: true);
        }

        _row.Append(grapheme == "\t" ? new string(' ', CellWidth.Tab) : grapheme);
        _column += width;
        if (_column >= _width)
        {
            EndRow(isWrapped: true);
        }
    }

    private void EndRow(bool isWrapped)
    {
        _rows.Add(new LayoutRow(_row.ToString(), isWrapped));
        _row.Clear();
        _column = 0;
    }
}
