using System.Buffers.Binary;
using System.Net.Sockets;

namespace BedrockPS.Local.Http;

/// <summary>The way out of a connection, which its streams share frame by frame.</summary>
internal sealed class Http2Output(Socket socket) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);

    public void Dispose() => _turn.Dispose();

    /// <summary>Sends frames, with none of another stream in between.</summary>
    public async ValueTask SendAsync(params Http2Frame[] frames)
    {
        byte[] all = [.. frames.SelectMany(frame => frame.ToBytes())];
        await _turn.WaitAsync().ConfigureAwait(false);
        try
        {
            for (ReadOnlyMemory<byte> rest = all; !rest.IsEmpty;)
            {
                rest = rest[await socket.SendAsync(rest).ConfigureAwait(false)..];
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            throw new ClientGoneException(e);
        }
        finally
        {
            _turn.Release();
        }
    }

    public ValueTask SendNumbersAsync(byte type, int streamId, params int[] numbers)
    {
        byte[] payload = new byte[numbers.Length * sizeof(int)];
        for (int i = 0; i < numbers.Length; i++)
        {
            BinaryPrimitives.WriteInt32BigEndian(payload.AsSpan(i * sizeof(int)), numbers[i]);
        }

        return SendAsync(new Http2Frame(type, 0, streamId, payload));
    }
}
