using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace BedrockPS.Media;

/// <summary>Tells text from other bytes, and brings it into UTF-8, which the service reads.</summary>
internal static class TextContent
{
    // All that no text needs: tabs, line ends, bell, backspace, escape and DOS's end of file are left out.
    private static readonly SearchValues<byte> Controls = SearchValues.Create(
        [1, 2, 3, 4, 5, 6, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 28, 29, 30, 31]);

    private static readonly UTF8Encoding Encoder = new(false, throwOnInvalidBytes: true);

    /// <summary>The text as UTF-8 without a mark; null where the bytes are no text.</summary>
    public static byte[]? ToUtf8(byte[] bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => Checked(bytes[3..]),
        [0xFF, 0xFE, ..] => FromUtf16(new UnicodeEncoding(bigEndian: false, false, throwOnInvalidBytes: true), bytes),
        [0xFE, 0xFF, ..] => FromUtf16(new UnicodeEncoding(bigEndian: true, false, throwOnInvalidBytes: true), bytes),
        _ => Checked(bytes) ?? FromWindows(bytes),
    };

    /// <summary>Whether a text of unknown name is a web page.</summary>
    public static bool IsHtml(ReadOnlySpan<byte> text)
    {
        string start = Encoding.UTF8.GetString(text[..Math.Min(text.Length, 256)]).TrimStart();
        return start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase)
            || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase);
    }

    private static byte[]? Checked(byte[] text)
    {
        // Some logs separate their fields with control characters, so a few do not make it binary; a NUL does.
        bool isText = !text.AsSpan().Contains((byte)0) && Utf8.IsValid(text) && CountControls(text) <= text.Length / 4;
        return isText ? text : null;
    }

    private static byte[]? FromUtf16(UnicodeEncoding encoding, byte[] bytes)
    {
        try
        {
            return Checked(Encoder.GetBytes(encoding.GetString(bytes, 2, bytes.Length - 2)));
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    // Old Windows tools write their logs in the "ANSI" code page. Mostly ASCII and nothing unprintable is the proof.
    private static byte[]? FromWindows(byte[] bytes)
    {
        int high = 0;
        foreach (byte value in bytes)
        {
            high += value >= 0x80 ? 1 : 0;
        }

        bool isText = !bytes.AsSpan().Contains((byte)0) && CountControls(bytes) == 0 && high <= bytes.Length / 4;
        return isText ? Encoder.GetBytes(CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(bytes)) : null;
    }

    private static int CountControls(ReadOnlySpan<byte> text)
    {
        int count = 0;
        for (int at = text.IndexOfAny(Controls); at >= 0; at = text.IndexOfAny(Controls))
        {
            count++;
            text = text[(at + 1)..];
        }

        return count;
    }
}
