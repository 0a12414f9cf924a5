using System.Net.Sockets;
using System.Text;

namespace BedrockPS.Tests;

/// <summary>One connection of a <see cref="WireServer"/>: what the test does with it, byte by byte.</summary>
internal sealed class Wire(TcpClient client, int number, Action arrived, CancellationToken stop)
{
    private readonly NetworkStream _stream = client.GetStream();

    /// <summary>The number of the connection, counted from 1.</summary>
    public int Number => number;

    /// <summary>Waits for a whole request, and counts it.</summary>
    public async Task ReadRequestAsync()
    {
        if (await RawServer.ReadRequestAsync(_stream, stop) is { Length: > 0 })
        {
            arrived();
        }
    }

    public Task WriteAsync(string text) => WriteAsync(Encoding.UTF8.GetBytes(text));

    public async Task WriteAsync(byte[] bytes) => await _stream.WriteAsync(bytes, stop);

    /// <summary>Says nothing until the client leaves.</summary>
    public async Task SilenceAsync() => await _stream.ReadAsync(new byte[1], stop);

    public void Close() => client.Close();

    /// <summary>Breaks the connection, where <see cref="Close"/> would end it.</summary>
    public void Reset()
    {
        client.LingerState = new LingerOption(true, 0);
        client.Close();
    }
}
