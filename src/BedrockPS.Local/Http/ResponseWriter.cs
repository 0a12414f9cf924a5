namespace BedrockPS.Local.Http;

/// <summary>Sends one answer, whole or in pieces, and breaks it off where a script wants that.</summary>
internal abstract class ResponseWriter
{
    private long _bodySent;

    /// <summary>Whether anything of the answer may have gone out.</summary>
    public bool HasStarted { get; private set; }

    /// <summary>Answers to HEAD carry the length of a body and no body.</summary>
    public bool OmitBody { get; init; }

    /// <summary>Where a script wants the connection to break, in bytes of body.</summary>
    public long? CutAfterBytes { get; set; }

    /// <summary>Told the bytes of body as they go out.</summary>
    public Action<int>? BodySent { get; set; }

    public async ValueTask SendAsync(HttpResponse response)
    {
        HasStarted = true;
        ReadOnlyMemory<byte> body = OmitBody ? default : WithinCut(response.Body);
        await SendWholeAsync(response, body).ConfigureAwait(false);
        Count(body.Length);
    }

    /// <summary>Begins an answer in pieces; the head goes out with the first one, or with a flush.</summary>
    public void StartStream(HttpResponse response)
    {
        HasStarted = true;
        HoldHead(response);
    }

    public async ValueTask WriteAsync(ReadOnlyMemory<byte> piece)
    {
        ReadOnlyMemory<byte> bytes = WithinCut(piece);
        await SendPieceAsync(bytes).ConfigureAwait(false);
        Count(bytes.Length);
    }

    public abstract ValueTask EndStreamAsync();

    /// <summary>Sends what is waiting.</summary>
    public abstract ValueTask FlushAsync();

    /// <param name="response">The answer.</param>
    /// <param name="body">As much of its body as is to go out.</param>
    protected abstract ValueTask SendWholeAsync(HttpResponse response, ReadOnlyMemory<byte> body);

    protected abstract void HoldHead(HttpResponse response);

    protected abstract ValueTask SendPieceAsync(ReadOnlyMemory<byte> piece);

    private ReadOnlyMemory<byte> WithinCut(ReadOnlyMemory<byte> body) =>
        CutAfterBytes is long cut && cut - _bodySent < body.Length ? body[..(int)Math.Max(0, cut - _bodySent)] : body;

    private void Count(int bytes)
    {
        _bodySent += bytes;
        BodySent?.Invoke(bytes);
        if (CutAfterBytes <= _bodySent)
        {
            throw new ConnectionCutException();
        }
    }
}
