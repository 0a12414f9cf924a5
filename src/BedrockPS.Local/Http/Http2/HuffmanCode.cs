using System.Text;

namespace BedrockPS.Local.Http;

/// <summary>The fixed Huffman code of HPACK (RFC 7541, appendix B).</summary>
internal static class HuffmanCode
{
    private const int Shortest = 5;
    private const int Longest = 30;
    private const int EndOfString = 256;

    // How many bits each symbol takes, 'a' being five. The code is canonical, so the lengths tell all of it.
    private const string Lengths =
        "isxxxxxxxtzxxzxxxxxxxxzxxxxxxxxxbffhibdgffdgdbbbaaabbbbbbbcdkbhfibcccccccccccccccccccc"
        + "ccdcdioijbkabababbbaccbbbabcbaabccccckgjixprpprrrsrssssststtrstssssqrsrsstrqprrssqrrt"
        + "qrssqqrqsrssprrrsrrsvvporsruvvvwwvtuoqvwwvwtqqvvxwwwptpqrqqsrruuttvsvwvvwwwwwxwwwwwvz";

    private static readonly int[] Symbols = [.. Enumerable.Range(0, Lengths.Length).OrderBy(symbol => Lengths[symbol])];
    private static readonly (uint First, int Start, int Count)[] ByLength = Assign();

    /// <exception cref="Http2Exception">The bytes are not of this code.</exception>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        StringBuilder text = new(bytes.Length * 2);
        uint code = 0;
        int length = 0;
        for (int bit = 0; bit < bytes.Length * 8; bit++)
        {
            code = (code << 1) | ((uint)bytes[bit / 8] >> (7 - (bit % 8)) & 1);
            if (Find(code, ++length) is int symbol)
            {
                text.Append((char)symbol);
                (code, length) = (0, 0);
            }
        }

        // What fills up the last byte is the beginning of the longest code: ones.
        return length < 8 && code == (1u << length) - 1
            ? text.ToString()
            : throw Http2Exception.Compression("A text ends in the middle of a symbol.");
    }

    private static int? Find(uint code, int length)
    {
        if (length > Longest)
        {
            throw Http2Exception.Compression("A text has a symbol that the code does not know.");
        }

        (uint first, int start, int count) = ByLength[length];
        if (code < first || code - first >= count)
        {
            return null;
        }

        int symbol = Symbols[start + (int)(code - first)];
        return symbol == EndOfString ? throw Http2Exception.Compression("A text holds the end of a text.") : symbol;
    }

    private static (uint First, int Start, int Count)[] Assign()
    {
        (uint, int, int)[] table = new (uint, int, int)[Longest + 1];
        uint code = 0;
        int start = 0;
        for (int length = Shortest; length <= Longest; length++)
        {
            int count = Lengths.Count(letter => letter - 'a' + Shortest == length);
            table[length] = (code, start, count);
            start += count;
            code = (code + (uint)count) << 1;
        }

        return table;
    }
}
