namespace BedrockPS.Media;

/// <summary>Recognises sound that is a bare sequence of frames.</summary>
internal static class AudioFrames
{
    private const int TagHeader = 10;

    public static MediaFormat[] Aac { get; } = [MediaFormat.Audio("aac"), MediaFormat.Audio("x-aac")];

    private static MediaFormat[] Mp3 { get; } =
        [MediaFormat.Audio("mp3"), MediaFormat.Audio("mpga"), MediaFormat.Audio("mpeg")];

    /// <summary>By the header of the first frame: eleven or twelve ones, then version and layer.</summary>
    public static MediaFormat[] Of(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 3 || bytes[0] != 0xFF)
        {
            return [];
        }

        bool isAac = (bytes[1] & 0xF6) == 0xF0;
        bool isMp3 = (bytes[1] & 0xE6) == 0xE2
            && (bytes[1] & 0x18) != 0x08
            && (bytes[2] & 0xF0) != 0xF0
            && (bytes[2] & 0x0C) != 0x0C;
        return isAac ? Aac : isMp3 ? Mp3 : [];
    }

    /// <summary>
    /// By what follows the ID3 tag, whose length is written in sevens of bits; mp3 where that is not at hand.
    /// </summary>
    public static MediaFormat[] OfTagged(byte[] bytes)
    {
        if (bytes.Length < TagHeader)
        {
            return Mp3;
        }

        int length = bytes[6..TagHeader].Aggregate(0, (sum, seven) => sum << 7 | seven & 0x7F);
        ReadOnlySpan<byte> sound = bytes.AsSpan(Math.Min(bytes.Length, TagHeader + length));
        return sound.StartsWith("fLaC"u8) ? [MediaFormat.Audio("flac")]
            : Of(sound) is { Length: > 0 } formats ? formats
            : Mp3;
    }
}
