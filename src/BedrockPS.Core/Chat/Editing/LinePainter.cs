using System.Globalization;
using System.Text;

namespace BedrockPS.Chat.Editing;

/// <summary>Draws what is edited over what was drawn before, by moves from where the cursor is.</summary>
/// <remarks>
/// It never asks where the cursor is: the answer would come among the keys. Lines that are longer than the screen are
/// left to it to wrap, so that it can wrap them anew when its size changes, and copies them as one line.
/// </remarks>
internal sealed class LinePainter
{
    private const string EraseBelow = "\u001b[J";

    private int _cursorRow;
    private bool _isDrawn;

    /// <summary>Nothing is drawn any more: the next drawing begins where the cursor is.</summary>
    public void Forget()
    {
        _cursorRow = 0;
        _isDrawn = false;
    }

    /// <summary>The screen has another width, and has wrapped anew what is on it.</summary>
    public void Rewrap(LineLayout layout) => _cursorRow = _isDrawn ? layout.CursorRow : 0;

    /// <summary>What draws the layout.</summary>
    /// <param name="layout">The layout.</param>
    /// <param name="height">The rows of the screen; what does not fit is left out above and below the cursor.</param>
    public string Draw(LineLayout layout, int height)
    {
        (int first, int last) = Visible(layout, Math.Max(height, 1));
        StringBuilder drawing = new();
        drawing.Append(ToTop());
        for (int row = first; row <= last; row++)
        {
            AppendRow(drawing, layout.Rows[row], row == last, last < layout.Rows.Count - 1);
        }

        drawing.Append(Up(last - layout.CursorRow)).Append('\r').Append(Right(layout.CursorColumn));
        _cursorRow = layout.CursorRow - first;
        _isDrawn = true;
        return drawing.ToString();
    }

    /// <summary>What takes the drawing off the screen.</summary>
    public string Erase()
    {
        string top = ToTop();
        Forget();
        return top;
    }

    private string ToTop() => $"{Up(_cursorRow)}\r{EraseBelow}";

    private static (int First, int Last) Visible(LineLayout layout, int height)
    {
        int count = Math.Min(layout.Rows.Count, height);
        int first = Math.Clamp(layout.CursorRow - (count / 2), 0, layout.Rows.Count - count);
        return (first, first + count - 1);
    }

    private static void AppendRow(StringBuilder drawing, LayoutRow row, bool isLast, bool isCut)
    {
        // Where the cursor stands behind a full row differs between terminals: the last one drawn is never full.
        bool isFull = isLast && isCut && row.IsWrapped;
        drawing.Append(isFull ? row.Text[..Graphemes.Previous(row.Text, row.Text.Length)] : row.Text);
        if (!isLast)
        {
            // A blank makes the screen wrap now, not at the next character, which may be a line's end.
            drawing.Append(row.IsWrapped ? " \r\u001b[K" : "\r\n");
        }
    }

    private static string Up(int rows) => rows > 0 ? Move(rows, 'A') : string.Empty;

    private static string Right(int columns) => columns > 0 ? Move(columns, 'C') : string.Empty;

    private static string Move(int count, char direction) =>
        string.Create(CultureInfo.InvariantCulture, $"\u001b[{count}{direction}");
}
