using System.Globalization;

namespace BedrockPS.Local.Http;

/// <summary>Sends one answer as the frames of its stream.</summary>
internal sealed class Http2ResponseWriter(
    int streamId, Http2Output output, Http2Windows windows, TimeProvider time, CancellationToken clientGone)
    : ResponseWriter
{
    private Http2Frame? _head;

    public override async ValueTask EndStreamAsync()
    {
        await FlushAsync().ConfigureAwait(false);
        await SendAsync(new Http2Frame(Http2Frame.Data, Http2Frame.EndStream, streamId, default)).ConfigureAwait(false);
    }

    public override async ValueTask FlushAsync()
    {
        if (_head is Http2Frame head)
        {
            _head = null;
            await SendAsync(head).ConfigureAwait(false);
        }
    }

    protected override async ValueTask SendWholeAsync(HttpResponse response, ReadOnlyMemory<byte> body)
    {
        string length = response.Body.Length.ToString(CultureInfo.InvariantCulture);
        _head = Head(response, [new("content-length", length)]);
        await SendPieceAsync(body).ConfigureAwait(false);

        // Where a script cuts the body short, the end never comes.
        if (OmitBody || body.Length == response.Body.Length)
        {
            await EndStreamAsync().ConfigureAwait(false);
        }
    }

    protected override void HoldHead(HttpResponse response) => _head = Head(response, []);

    protected override async ValueTask SendPieceAsync(ReadOnlyMemory<byte> piece)
    {
        await FlushAsync().ConfigureAwait(false);
        while (!piece.IsEmpty)
        {
            int count = await windows.TakeAsync(streamId, piece.Length, clientGone).ConfigureAwait(false);
            await SendAsync(new Http2Frame(Http2Frame.Data, 0, streamId, piece[..count])).ConfigureAwait(false);
            piece = piece[count..];
        }
    }

    private Http2Frame Head(HttpResponse response, KeyValuePair<string, string>[] more)
    {
        string status = response.Status.ToString(CultureInfo.InvariantCulture);
        ReadOnlyMemory<byte> block = HpackEncoder.Encode(
            [new(":status", status), .. ResponseHeadWriter.Headers(response, time.GetUtcNow()), .. more]);
        return new Http2Frame(Http2Frame.Headers, Http2Frame.EndHeaders, streamId, block);
    }

    private ValueTask SendAsync(Http2Frame frame) =>
        clientGone.IsCancellationRequested ? throw new ClientGoneException() : output.SendAsync(frame);
}
