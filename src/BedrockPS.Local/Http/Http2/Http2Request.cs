namespace BedrockPS.Local.Http;

/// <summary>A request of a stream, as it arrives.</summary>
internal sealed class Http2Request(RequestHead head, CancellationToken connectionGone) : IDisposable
{
    private readonly MemoryStream _body = new();
    private readonly CancellationTokenSource _gone = CancellationTokenSource.CreateLinkedTokenSource(connectionGone);

    public RequestHead Head => head;

    /// <summary>Cancelled when the client wants no answer any more.</summary>
    public CancellationToken Gone => _gone.Token;

    public void Add(ReadOnlySpan<byte> bytes)
    {
        if (_body.Length + bytes.Length > HttpLimits.MaxBodyLength)
        {
            throw Http2Exception.Protocol($"The body is longer than {HttpLimits.MaxBodyLength} bytes.");
        }

        _body.Write(bytes);
    }

    public byte[] TakeBody() => _body.ToArray();

    /// <summary>Whether it has come as a whole.</summary>
    public bool HasEnded { get; private set; }

    /// <exception cref="Http2Exception">It had ended before.</exception>
    public void End() => HasEnded = !HasEnded
        ? true
        : throw Http2Exception.Protocol("A stream goes on after its end.");

    public void Cancel()
    {
        try
        {
            _gone.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The answer was complete in the same moment.
        }
    }

    public void Dispose()
    {
        _gone.Dispose();
        _body.Dispose();
    }

    /// <summary>The head in the words of HTTP/1.1.</summary>
    public static RequestHead ReadHead(List<KeyValuePair<string, string>> headers)
    {
        Dictionary<string, string> named = new(headers.Count);
        foreach ((string name, string value) in headers)
        {
            // A cookie may come in crumbs; every other name that comes twice is a list.
            named[name] = named.TryGetValue(name, out string? earlier)
                ? $"{earlier}{(name == "cookie" ? "; " : ",")}{value}"
                : value;
        }

        if (!named.Remove(":method", out string? method) || !named.Remove(":path", out string? path)
            || !path.StartsWith('/'))
        {
            throw Http2Exception.Protocol("A request needs :method and :path.");
        }

        // Some clients sign the one, some the other.
        named.Remove(":scheme");
        if (named.TryGetValue(":authority", out string? authority))
        {
            named.TryAdd("host", authority);
        }

        return new RequestHead(method, path, named);
    }
}
