using System.Buffers;
using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace BedrockPS.Local.Http;

/// <summary>Sends one answer: whole in one write where it is small, or a stream with a write for each piece.</summary>
internal sealed class Http1ResponseWriter(
    Socket socket, ArrayBufferWriter<byte> buffer, TimeProvider time, CancellationToken clientGone) : ResponseWriter
{
    private const int OneWriteLimit = 64 * 1024;

    /// <summary>Whether the connection serves another request after this one.</summary>
    public bool KeepAlive { get; init; }

    public override ValueTask EndStreamAsync()
    {
        Append("0\r\n\r\n");
        return FlushAsync();
    }

    public override async ValueTask FlushAsync()
    {
        await SendBytesAsync(buffer.WrittenMemory).ConfigureAwait(false);
        buffer.ResetWrittenCount();
    }

    public ValueTask SendContinueAsync() => SendBytesAsync("HTTP/1.1 100 Continue\r\n\r\n"u8.ToArray());

    protected override async ValueTask SendWholeAsync(HttpResponse response, ReadOnlyMemory<byte> body)
    {
        WriteHead(response, string.Create(CultureInfo.InvariantCulture, $"Content-Length: {response.Body.Length}"));
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
    }

    protected override void HoldHead(HttpResponse response) => WriteHead(response, "Transfer-Encoding: chunked");

    protected override ValueTask SendPieceAsync(ReadOnlyMemory<byte> piece)
    {
        if (!piece.IsEmpty)
        {
            Append(string.Create(CultureInfo.InvariantCulture, $"{piece.Length:x}\r\n"));
            buffer.Write(piece.Span);
            Append("\r\n");
        }

        return FlushAsync();
    }

    private void WriteHead(HttpResponse response, string framing)
    {
        buffer.ResetWrittenCount();
        ResponseHeadWriter.Write(buffer, response, framing, KeepAlive, time.GetUtcNow());
    }

    private void Append(string text) => Encoding.Latin1.GetBytes(text, buffer);

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
