namespace BedrockPS.Local.Http;

/// <summary>The headers that a block can refer to by number: the standard's own, then the newest that came.</summary>
internal sealed class HpackTable
{
    private const int MostSize = 4096;
    private const int EntryOverhead = 32;

    private static readonly KeyValuePair<string, string>[] Fixed =
    [
        new(":authority", ""), new(":method", "GET"), new(":method", "POST"), new(":path", "/"),
        new(":path", "/index.html"), new(":scheme", "http"), new(":scheme", "https"), new(":status", "200"),
        new(":status", "204"), new(":status", "206"), new(":status", "304"), new(":status", "400"),
        new(":status", "404"), new(":status", "500"), new("accept-charset", ""),
        new("accept-encoding", "gzip, deflate"), new("accept-language", ""), new("accept-ranges", ""),
        new("accept", ""), new("access-control-allow-origin", ""), new("age", ""), new("allow", ""),
        new("authorization", ""), new("cache-control", ""), new("content-disposition", ""),
        new("content-encoding", ""), new("content-language", ""), new("content-length", ""),
        new("content-location", ""), new("content-range", ""), new("content-type", ""), new("cookie", ""),
        new("date", ""), new("etag", ""), new("expect", ""), new("expires", ""), new("from", ""), new("host", ""),
        new("if-match", ""), new("if-modified-since", ""), new("if-none-match", ""), new("if-range", ""),
        new("if-unmodified-since", ""), new("last-modified", ""), new("link", ""), new("location", ""),
        new("max-forwards", ""), new("proxy-authenticate", ""), new("proxy-authorization", ""), new("range", ""),
        new("referer", ""), new("refresh", ""), new("retry-after", ""), new("server", ""), new("set-cookie", ""),
        new("strict-transport-security", ""), new("transfer-encoding", ""), new("user-agent", ""), new("vary", ""),
        new("via", ""), new("www-authenticate", ""),
    ];

    private readonly List<KeyValuePair<string, string>> _newest = [];
    private int _size;
    private int _limit = MostSize;

    /// <summary>The header of that number, counted from 1.</summary>
    public KeyValuePair<string, string> this[int index] =>
        index >= 1 && index <= Fixed.Length ? Fixed[index - 1]
        : index > Fixed.Length && index - Fixed.Length <= _newest.Count ? _newest[^(index - Fixed.Length)]
        : throw Http2Exception.Compression($"There is no header number {index}.");

    public void Add(KeyValuePair<string, string> header)
    {
        _newest.Add(header);
        _size += SizeOf(header);
        Evict();
    }

    public void Limit(int size)
    {
        _limit = size <= MostSize
            ? size
            : throw Http2Exception.Compression($"A table of {size} bytes is larger than {MostSize}.");
        Evict();
    }

    private void Evict()
    {
        int count = 0;
        while (_size > _limit)
        {
            _size -= SizeOf(_newest[count++]);
        }

        _newest.RemoveRange(0, count);
    }

    private static int SizeOf(KeyValuePair<string, string> header) =>
        header.Key.Length + header.Value.Length + EntryOverhead;
}
