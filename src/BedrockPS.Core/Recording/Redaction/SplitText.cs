namespace BedrockPS.Recording;

/// <summary>Redacts a text that comes in pieces, and leaves each piece that the change does not touch.</summary>
internal static class SplitText
{
    public static void Redact(IReadOnlyList<Piece> pieces, Func<string, string> redact)
    {
        string before = string.Concat(pieces.Select(piece => piece.Text));
        string after = redact(before);
        if (after == before)
        {
            return;
        }

        int start = before.AsSpan().CommonPrefixLength(after);
        int same = SameSuffix(before, after, Math.Min(before.Length, after.Length) - start);
        Replace(pieces, start, before.Length - same, after[start..(after.Length - same)]);
    }

    // The first piece that reaches into the change takes all that stands there now, the others keep their ends.
    private static void Replace(IReadOnlyList<Piece> pieces, int start, int end, string replacement)
    {
        int position = 0;
        string? rest = replacement;
        foreach (Piece piece in pieces)
        {
            int length = piece.Text.Length;
            int from = Math.Clamp(start - position, 0, length);
            int to = Math.Clamp(end - position, 0, length);
            position += length;
            if (position > start || (position == start && start == end))
            {
                piece.Text = $"{piece.Text[..from]}{rest}{piece.Text[Math.Max(from, to)..]}";
                rest = null;
            }
        }
    }

    private static int SameSuffix(string left, string right, int most)
    {
        int count = 0;
        while (count < most && left[^(count + 1)] == right[^(count + 1)])
        {
            count++;
        }

        return count;
    }

    /// <summary>A piece.</summary>
    internal sealed class Piece(string original)
    {
        private string? _text;

        public string Text
        {
            get => _text ?? original;
            set => _text = value;
        }

        public bool IsChanged => Text != original;
    }
}
