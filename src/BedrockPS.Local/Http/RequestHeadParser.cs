using System.Buffers;
using System.Text;

namespace BedrockPS.Local.Http;

/// <summary>Reads a request head, strictly: what is not plain HTTP/1.1 is refused rather than guessed at.</summary>
internal static class RequestHeadParser
{
    private static readonly SearchValues<char> TokenCharacters = SearchValues.Create(
        "!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    /// <summary>Reads the head without its closing blank line.</summary>
    public static RequestHead Parse(ReadOnlySpan<byte> head)
    {
        ReadOnlySpan<char> rest = Encoding.Latin1.GetString(head);
        (string method, string target) = ParseRequestLine(TakeLine(ref rest));
        Dictionary<string, string> headers = new(16);
        int count = 0;
        while (!rest.IsEmpty)
        {
            if (++count > HttpLimits.MaxHeaderCount)
            {
                throw new HttpProtocolException(431, $"More than {HttpLimits.MaxHeaderCount} headers.");
            }

            AddHeader(headers, TakeLine(ref rest));
        }

        CheckHost(headers);
        return new RequestHead(method, target, headers);
    }

    private static ReadOnlySpan<char> TakeLine(ref ReadOnlySpan<char> rest)
    {
        int end = rest.IndexOf("\r\n");
        ReadOnlySpan<char> line = end < 0 ? rest : rest[..end];
        rest = end < 0 ? [] : rest[(end + 2)..];
        if (line.IndexOfAny('\r', '\n', '\0') >= 0)
        {
            throw new HttpProtocolException(400, "A line of the head holds a bare control character.");
        }

        return line;
    }

    private static (string Method, string Target) ParseRequestLine(ReadOnlySpan<char> line)
    {
        Span<Range> parts = stackalloc Range[4];
        if (line.Split(parts, ' ') != 3 || !IsToken(line[parts[0]]))
        {
            throw new HttpProtocolException(400, "The request line is not 'METHOD /path HTTP/1.1'.");
        }

        if (line[parts[2]] is not "HTTP/1.1")
        {
            bool isHttp = line[parts[2]].StartsWith("HTTP/");
            throw new HttpProtocolException(isHttp ? 505 : 400, "This server speaks HTTP/1.1 only.");
        }

        ReadOnlySpan<char> target = line[parts[1]];
        if (target.Length > HttpLimits.MaxTargetLength)
        {
            throw new HttpProtocolException(414, $"The path is longer than {HttpLimits.MaxTargetLength} characters.");
        }

        if (target.IsEmpty || target[0] != '/')
        {
            throw new HttpProtocolException(400, "The request target does not start with '/'.");
        }

        return (line[parts[0]].ToString(), target.ToString());
    }

    private static void AddHeader(Dictionary<string, string> headers, ReadOnlySpan<char> line)
    {
        int colon = line.IndexOf(':');
        if (colon < 0 || !IsToken(line[..colon]))
        {
            throw new HttpProtocolException(400, "A header line is not 'name: value'.");
        }

        string name = line[..colon].ToString().ToLowerInvariant();
        string value = line[(colon + 1)..].Trim(" \t").ToString();
        headers[name] = headers.TryGetValue(name, out string? earlier) ? $"{earlier},{value}" : value;
    }

    private static void CheckHost(Dictionary<string, string> headers)
    {
        if (!headers.TryGetValue("host", out string? host) || host.Contains(',', StringComparison.Ordinal))
        {
            throw new HttpProtocolException(400, "One Host header is needed.");
        }
    }

    private static bool IsToken(ReadOnlySpan<char> text) =>
        !text.IsEmpty && text.IndexOfAnyExcept(TokenCharacters) < 0;
}
