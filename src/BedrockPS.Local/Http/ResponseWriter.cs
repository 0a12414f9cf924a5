using System.Buffers;
using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace BedrockPS.Local.Http;

/// <summary>Sends one answer: whole in one write where it is small, or a stream with a write for each piece.</summary>
internal sealed class ResponseWriter(
    Socket socket, ArrayBufferWriter<byte> buffer, TimeProvider time, CancellationToken clientGone)
{
    private const int OneWriteLimit = 64 * 1024;

    private long _bodySent;

    /// <summary>Whether the connection serves another request after this one.</summary>
    public bool KeepAlive { get; set; } = true;

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
        WriteHead(response, string.Create(CultureInfo.InvariantCulture, $"Content-Length: {response.Body.Length}"));
        ReadOnlyMemory<byte> body = OmitBody ? default : WithinCut(response.Body);
        if (body.Length <= OneWriteLimit)
        {
            buffer.Write(body.Span);
            await FlushAsync().ConfigureAwait(false);
        }
        else
        {
            await FlushAsync().ConfigureAwait(false);
            await SendBytesAsync(body).ConfigureAwait(false);
        }

        Count(body.Length);
        ThrowIfCut();
    }

    /// <summary>Begins a chunked answer; the head goes out with the first piece, or with a flush.</summary>
    public void StartStream(HttpResponse response) => WriteHead(response, "Transfer-Encoding: chunked");

    public async ValueTask WriteAsync(ReadOnlyMemory<byte> piece)
    {
        ReadOnlyMemory<byte> bytes = WithinCut(piece);
        if (!bytes.IsEmpty)
        {
            Append(string.Create(CultureInfo.InvariantCulture, $"{bytes.Length:x}\r\n"));
            buffer.Write(bytes.Span);
            Append("\r\n");
        }

        await FlushAsync().ConfigureAwait(false);
        Count(bytes.Length);
        ThrowIfCut();
    }

    public ValueTask EndStreamAsync()
    {
        Append("0\r\n\r\n");
        return FlushAsync();
    }

    /// <summary>Sends what is waiting.</summary>
    public async ValueTask FlushAsync()
    {
        await SendBytesAsync(buffer.WrittenMemory).ConfigureAwait(false);
        buffer.ResetWrittenCount();
    }

    public ValueTask SendContinueAsync() => SendBytesAsync("HTTP/1.1 100 Continue\r\n\r\n"u8.ToArray());

    private void WriteHead(HttpResponse response, string framing)
    {
        HasStarted = true;
        buffer.ResetWrittenCount();
        ResponseHeadWriter.Write(buffer, response, framing, KeepAlive, time.GetUtcNow());
    }

    private void Append(string text) => Encoding.Latin1.GetBytes(text, buffer);

    private ReadOnlyMemory<byte> WithinCut(ReadOnlyMemory<byte> body) =>
        CutAfterBytes is long cut && cut - _bodySent < body.Length ? body[..(int)Math.Max(0, cut - _bodySent)] : body;

    private void Count(int bytes)
    {
        _bodySent += bytes;
        BodySent?.Invoke(bytes);
    }

    private void ThrowIfCut()
    {
        if (CutAfterBytes <= _bodySent)
        {
            throw new ConnectionCutException();
        }
    }

    private async ValueTask SendBytesAsync(ReadOnlyMemory<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            if (clientGone.IsCancellationRequested)
            {
                throw new ClientGoneException();
            }

            try
            {
                bytes = bytes[await socket.SendAsync(bytes).ConfigureAwait(false)..];
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException)
            {
                throw new ClientGoneException(e);
            }
        }
    }
}
