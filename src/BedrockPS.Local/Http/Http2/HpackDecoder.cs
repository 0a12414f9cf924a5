using System.Text;

namespace BedrockPS.Local.Http;

/// <summary>Reads the header blocks of a connection (HPACK, RFC 7541), each of which builds on those before.</summary>
internal sealed class HpackDecoder
{
    private readonly HpackTable _table = new();

    /// <exception cref="Http2Exception">The block is not HPACK, or holds too many headers.</exception>
    public List<KeyValuePair<string, string>> Decode(ReadOnlySpan<byte> block)
    {
        List<KeyValuePair<string, string>> headers = [];
        while (!block.IsEmpty)
        {
            if (headers.Count > HttpLimits.MaxHeaderCount)
            {
                throw Http2Exception.Protocol($"More than {HttpLimits.MaxHeaderCount} headers.");
            }

            // The leading bits tell the form, and how many are left for a number.
            switch (block[0])
            {
                case >= 0x80:
                    headers.Add(_table[ReadNumber(ref block, 7)]);
                    break;
                case >= 0x40:
                    headers.Add(ReadLiteral(ref block, 6));
                    _table.Add(headers[^1]);
                    break;
                case >= 0x20:
                    _table.Limit(ReadNumber(ref block, 5));
                    break;
                default:
                    headers.Add(ReadLiteral(ref block, 4));
                    break;
            }
        }

        return headers;
    }

    private KeyValuePair<string, string> ReadLiteral(ref ReadOnlySpan<byte> block, int bits)
    {
        int index = ReadNumber(ref block, bits);
        string name = index == 0 ? ReadText(ref block) : _table[index].Key;
        return new KeyValuePair<string, string>(name, ReadText(ref block));
    }

    private static string ReadText(ref ReadOnlySpan<byte> block)
    {
        bool isHuffman = !block.IsEmpty && block[0] >= 0x80;
        ReadOnlySpan<byte> bytes = Take(ref block, ReadNumber(ref block, 7));
        return isHuffman ? HuffmanCode.Decode(bytes) : Encoding.Latin1.GetString(bytes);
    }

    private static int ReadNumber(ref ReadOnlySpan<byte> block, int bits)
    {
        int most = (1 << bits) - 1;
        int number = Take(ref block, 1)[0] & most;
        if (number < most)
        {
            return number;
        }

        for (int shift = 0; ; shift += 7)
        {
            byte next = Take(ref block, 1)[0];
            number += shift < 21 ? (next & 0x7f) << shift : throw Http2Exception.Compression("A number is too large.");
            if (next < 0x80)
            {
                return number;
            }
        }
    }

    private static ReadOnlySpan<byte> Take(ref ReadOnlySpan<byte> block, int count)
    {
        if (count > block.Length)
        {
            throw Http2Exception.Compression("A header block ends too early.");
        }

        ReadOnlySpan<byte> taken = block[..count];
        block = block[count..];
        return taken;
    }
}
