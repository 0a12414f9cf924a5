namespace BedrockPS.Media;

/// <summary>Tells by its first bytes what a content may be, the likeliest first; text is told elsewhere.</summary>
internal static class ContentFormats
{
    private static readonly (int Offset, byte[] Mark, MediaFormat[] Formats)[] Marks =
    [
        (0, [0x89, .. "PNG\r\n\x1A\n"u8], [MediaFormat.Image("png")]),
        (0, [0xFF, 0xD8, 0xFF], [MediaFormat.Image("jpeg")]),
        (0, [.. "GIF87a"u8], [MediaFormat.Image("gif")]),
        (0, [.. "GIF89a"u8], [MediaFormat.Image("gif")]),
        (8, [.. "WEBPVP8"u8], [MediaFormat.Image("webp")]),
        (8, [.. "WAVE"u8], [MediaFormat.Audio("wav")]),
        (0, [.. "fLaC"u8], [MediaFormat.Audio("flac")]),
        (0, [.. "ADIF"u8], AudioFrames.Aac),
        (0, [.. "FLV\x01"u8], [MediaFormat.Video("flv")]),
        (0, [0x30, 0x26, 0xB2, 0x75, 0x8E, 0x66, 0xCF, 0x11], [MediaFormat.Video("wmv")]),
        (0, [0, 0, 1, 0xBA], [MediaFormat.Video("mpeg"), MediaFormat.Video("mpg")]),
        (0, [0, 0, 1, 0xB3], [MediaFormat.Video("mpeg"), MediaFormat.Video("mpg")]),
    ];

    /// <summary>The formats; nothing where no mark is known.</summary>
    public static MediaFormat[] Of(byte[] bytes)
    {
        if (DocumentFiles.IsPdf(bytes))
        {
            return [MediaFormat.Document("pdf")];
        }

        MediaFormat[] marked = OfMark(bytes);
        return marked.Length > 0 ? marked : OfContainer(bytes);
    }

    private static MediaFormat[] OfMark(byte[] bytes)
    {
        foreach ((int offset, byte[] mark, MediaFormat[] formats) in Marks)
        {
            bool isThere = bytes.Length >= offset && bytes.AsSpan(offset).StartsWith(mark);

            // The two that begin with their length and kind stand in a RIFF file.
            if (isThere && (offset == 0 || bytes.AsSpan().StartsWith("RIFF"u8)))
            {
                return formats;
            }
        }

        return [];
    }

    private static MediaFormat[] OfContainer(byte[] bytes) => bytes switch
    {
        [(byte)'P', (byte)'K', 3, 4, ..] => DocumentFiles.OfZip(bytes),
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, ..] => DocumentFiles.OfOle(bytes),
        [0x1A, 0x45, 0xDF, 0xA3, ..] => Containers.OfMatroska(bytes),
        [(byte)'O', (byte)'g', (byte)'g', (byte)'S', ..] => Containers.OfOgg(bytes),
        [<= 1, _, _, _, _, _, _, _, ..] when Containers.OfBoxes(bytes) is { Length: > 0 } formats => formats,
        [0xFF, _, _, ..] => AudioFrames.Of(bytes),
        [(byte)'I', (byte)'D', (byte)'3', >= 2 and <= 4, ..] => AudioFrames.OfTagged(bytes),
        _ => [],
    };
}
