namespace BedrockPS.Chat.Editing;

/// <summary>The text that is being edited, of one line or several, and the place in it.</summary>
internal sealed class LineBuffer
{
    private string _takenOut = string.Empty;

    public string Text { get; private set; } = string.Empty;

    public int Cursor { get; private set; }

    private int LineStart => Text.AsSpan(0, Cursor).LastIndexOf('\n') + 1;

    private int LineEnd => Text.IndexOf('\n', Cursor) is >= 0 and int end ? end : Text.Length;

    /// <summary>Takes another text, with the cursor at its end.</summary>
    public void Set(string text)
    {
        Text = text;
        Cursor = text.Length;
    }

    public void Insert(string text) => Replace(Cursor, Cursor, text);

    /// <summary>Puts text in the place of another, and the cursor behind it.</summary>
    public void Replace(int start, int end, string text)
    {
        Text = string.Concat(Text.AsSpan(0, start), text, Text.AsSpan(end));
        Cursor = start + text.Length;
    }

    /// <summary>Moves the cursor, or takes text out.</summary>
    /// <returns>Whether the action is one of this buffer's and could be done.</returns>
    public bool Apply(EditAction action) => Target(action) is { } target
        ? MoveTo(target)
        : Removal(action) is { } removal
            ? Remove(removal.Start, removal.End, removal.IsKept)
            : action == EditAction.PutBack && PutBack();

    private int? Target(EditAction action) => action switch
    {
        EditAction.Left => Graphemes.Previous(Text, Cursor),
        EditAction.Right => Graphemes.Next(Text, Cursor),
        EditAction.WordLeft => Graphemes.PreviousWord(Text, Cursor),
        EditAction.WordRight => Graphemes.NextWord(Text, Cursor),
        EditAction.LineStart => LineStart,
        EditAction.LineEnd => LineEnd,
        EditAction.TextStart => 0,
        EditAction.TextEnd => Text.Length,
        EditAction.Up when LineStart > 0 => PlaceAbove(),
        EditAction.Down when LineEnd < Text.Length => PlaceBelow(),
        _ => null,
    };

    private (int Start, int End, bool IsKept)? Removal(EditAction action) => action switch
    {
        EditAction.DeleteLeft => (Graphemes.Previous(Text, Cursor), Cursor, false),
        EditAction.DeleteRight => (Cursor, Graphemes.Next(Text, Cursor), false),
        EditAction.DeleteWordLeft => (Graphemes.PreviousWord(Text, Cursor), Cursor, true),
        EditAction.DeleteWordRight => (Cursor, Graphemes.NextWord(Text, Cursor), true),
        EditAction.DeleteToLineStart => (LineStart, Cursor, true),
        EditAction.DeleteToLineEnd => (Cursor, LineEnd, true),
        EditAction.Clear => (0, Text.Length, true),
        _ => null,
    };

    private bool MoveTo(int place)
    {
        Cursor = place;
        return true;
    }

    private bool Remove(int start, int end, bool isKept)
    {
        if (isKept && end > start)
        {
            _takenOut = Text[start..end];
        }

        Replace(start, end, string.Empty);
        return true;
    }

    private bool PutBack()
    {
        Insert(_takenOut);
        return true;
    }

    private int PlaceAbove()
    {
        int end = LineStart - 1;
        int start = Text.AsSpan(0, end).LastIndexOf('\n') + 1;
        return PlaceAt(start, end);
    }

    private int PlaceBelow()
    {
        int start = LineEnd + 1;
        return PlaceAt(start, Text.IndexOf('\n', start) is >= 0 and int end ? end : Text.Length);
    }

    // The same column as now, on the line between the two.
    private int PlaceAt(int start, int end)
    {
        int column = CellWidth.OfLine(Text[LineStart..Cursor]);
        int at = start;
        for (int width = 0; at < end && width < column;)
        {
            int next = Graphemes.Next(Text, at);
            width += CellWidth.Of(Text.AsSpan(at, next - at));
            at = next;
        }

        return at;
    }
}
