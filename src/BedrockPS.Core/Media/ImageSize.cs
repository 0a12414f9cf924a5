using System.Buffers.Binary;

namespace BedrockPS.Media;

/// <summary>Reads width and height from the header of a picture.</summary>
internal static class ImageSize
{
    /// <summary>The size in pixels; null where the header does not reach that far.</summary>
    public static (int Width, int Height)? Read(string format, ReadOnlySpan<byte> bytes) => format switch
    {
        "png" when bytes.Length >= 24 => (Big32(bytes[16..]), Big32(bytes[20..])),
        "gif" when bytes.Length >= 10 => (Little16(bytes[6..]), Little16(bytes[8..])),
        "webp" when bytes.Length >= 30 => OfWebP(bytes),
        "jpeg" => OfJpeg(bytes),
        _ => null,
    };

    private static (int Width, int Height)? OfWebP(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> chunk = bytes[12..16];
        if (chunk.SequenceEqual("VP8 "u8))
        {
            return (Little16(bytes[26..]) & 0x3FFF, Little16(bytes[28..]) & 0x3FFF);
        }

        if (chunk.SequenceEqual("VP8L"u8))
        {
            uint bits = BinaryPrimitives.ReadUInt32LittleEndian(bytes[21..]);
            return ((int)(bits & 0x3FFF) + 1, (int)(bits >> 14 & 0x3FFF) + 1);
        }

        return chunk.SequenceEqual("VP8X"u8) ? (Little24(bytes[24..]) + 1, Little24(bytes[27..]) + 1) : null;
    }

    // Segments follow each other, each with its length, up to the one that begins the frame.
    private static (int Width, int Height)? OfJpeg(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> rest = bytes.Length > 2 ? bytes[2..] : [];
        while (rest.Length >= 9 && rest[0] == 0xFF)
        {
            byte marker = rest[1];
            if (IsFrame(marker))
            {
                return (Big16(rest[7..]), Big16(rest[5..]));
            }

            int length = HasNoLength(marker) ? 2 : marker == 0xFF ? 1 : 2 + Big16(rest[2..]);
            rest = length < rest.Length ? rest[length..] : [];
        }

        return null;
    }

    // C4, C8 and CC are tables among the frames' numbers.
    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    private static bool HasNoLength(byte marker) => marker is 0x01 or (>= 0xD0 and <= 0xD8);

    private static int Big32(ReadOnlySpan<byte> bytes) =>
        (int)Math.Min(BinaryPrimitives.ReadUInt32BigEndian(bytes), int.MaxValue);

    private static int Big16(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt16BigEndian(bytes);

    private static int Little16(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt16LittleEndian(bytes);

    private static int Little24(ReadOnlySpan<byte> bytes) => bytes[0] | bytes[1] << 8 | bytes[2] << 16;
}
