using System.Text;

namespace BedrockPS.Media;

/// <summary>Looks into the containers that hold films as well as recordings.</summary>
internal static class Containers
{
    /// <summary>Matroska and WebM: the document type stands in the header.</summary>
    public static MediaFormat[] OfMatroska(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> head = bytes[..Math.Min(bytes.Length, 128)];
        int type = head.IndexOf([(byte)0x42, (byte)0x82]);
        ReadOnlySpan<byte> name = type < 0 || head.Length < type + 3 ? [] : head[(type + 3)..];
        if (name.StartsWith("webm"u8))
        {
            return [MediaFormat.Video("webm"), MediaFormat.Audio("webm")];
        }

        return name.StartsWith("matroska"u8)
            ? [MediaFormat.Video("mkv"), MediaFormat.Audio("mka"), MediaFormat.Audio("mkv")]
            : [];
    }

    /// <summary>Ogg: the first page says how the sound is written.</summary>
    public static MediaFormat[] OfOgg(ReadOnlySpan<byte> bytes) =>
        bytes[..Math.Min(bytes.Length, 64)].IndexOf("OpusHead"u8) > 0
            ? [MediaFormat.Audio("opus"), MediaFormat.Audio("ogg")]
            : [MediaFormat.Audio("ogg")];

    /// <summary>MP4 and its relatives: the brand stands in the first box.</summary>
    public static MediaFormat[] OfBoxes(ReadOnlySpan<byte> bytes)
    {
        string box = Encoding.Latin1.GetString(bytes[4..8]);
        return box switch
        {
            "ftyp" when bytes.Length >= 12 => OfBrand(Encoding.Latin1.GetString(bytes[8..12])),

            // QuickTime files from before there were brands.
            "moov" or "mdat" or "wide" or "free" or "skip" or "pnot" => [MediaFormat.Video("mov")],
            _ => [],
        };
    }

    private static MediaFormat[] OfBrand(string brand) => brand switch
    {
        "qt  " => [MediaFormat.Video("mov")],
        "M4A " or "M4B " or "M4P " => [MediaFormat.Audio("m4a"), MediaFormat.Audio("mp4")],
        _ when brand.StartsWith("3g", StringComparison.Ordinal) => [MediaFormat.Video("three_gp")],

        // Pictures in the same boxes, which the service does not take.
        "heic" or "heix" or "heim" or "hevc" or "mif1" or "msf1" or "avif" or "avis" or "crx " or "jp2 " => [],
        _ => [MediaFormat.Video("mp4"), MediaFormat.Audio("mp4"), MediaFormat.Audio("m4a")],
    };
}
