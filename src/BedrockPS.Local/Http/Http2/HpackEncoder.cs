using System.Buffers;
using System.Text;

namespace BedrockPS.Local.Http;

/// <summary>Writes header blocks without any compression, which HPACK allows.</summary>
internal static class HpackEncoder
{
    public static ReadOnlyMemory<byte> Encode(IEnumerable<KeyValuePair<string, string>> headers)
    {
        ArrayBufferWriter<byte> block = new(256);
        foreach ((string name, string value) in headers)
        {
            // A header that nobody need remember, with its name in full.
            WriteByte(block, 0);
            WriteText(block, name.ToLowerInvariant());
            WriteText(block, value);
        }

        return block.WrittenMemory;
    }

    private static void WriteText(ArrayBufferWriter<byte> block, string text)
    {
        byte[] bytes = Encoding.Latin1.GetBytes(text);
        WriteNumber(block, bytes.Length);
        block.Write(bytes);
    }

    private static void WriteNumber(ArrayBufferWriter<byte> block, int number)
    {
        const int most = 0x7f;
        if (number < most)
        {
            WriteByte(block, number);
            return;
        }

        WriteByte(block, most);
        for (number -= most; number >= 0x80; number >>= 7)
        {
            WriteByte(block, number | 0x80);
        }

        WriteByte(block, number);
    }

    private static void WriteByte(ArrayBufferWriter<byte> block, int value)
    {
        block.GetSpan(1)[0] = (byte)value;
        block.Advance(1);
    }
}
