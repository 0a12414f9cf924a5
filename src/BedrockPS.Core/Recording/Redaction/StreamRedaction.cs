namespace BedrockPS.Recording;

/// <summary>
/// Redacts the frames of a stream: each one, and the texts that they add up to, since a secret comes in pieces.
/// </summary>
internal static class StreamRedaction
{
    // Random letters of no meaning, which hide the length of the text.
    private const string Padding = ".p";

    public static RecordedFrame[] Redact(IReadOnlyList<RecordedFrame> frames, Redactor redactor)
    {
        FrameText[] texts = [.. frames.Select(frame => FrameText.Open(frame, redactor))];
        foreach (IEnumerable<SplitText.Piece> pieces in Collect(texts).Values)
        {
            SplitText.Redact([.. pieces], text => redactor.Redact(text, null));
        }

        return [.. texts.Select(text => text.Close())];
    }

    // Pieces of one text stand at the same place of events of the same type, about the same block.
    private static Dictionary<string, List<SplitText.Piece>> Collect(FrameText[] texts)
    {
        Dictionary<string, List<SplitText.Piece>> whole = new(StringComparer.Ordinal);
        foreach (FrameText text in texts)
        {
            foreach ((string place, SplitText.Piece piece) in text.Pieces.Where(piece => piece.Key != Padding))
            {
                string key = $"{text.Topic}{place}";
                (whole.TryGetValue(key, out List<SplitText.Piece>? known) ? known : whole[key] = []).Add(piece);
            }
        }

        return whole;
    }
}
