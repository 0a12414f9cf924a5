using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace BedrockPS.TestServers;

/// <summary>A real HTTP server on a port of its own: one request a connection, many connections at once.</summary>
public sealed class LoopbackServer : IDisposable
{
    // No TcpListener: disposed between two accepts, it says that it was never started.
    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly ConcurrentQueue<CaughtRequest> _requests = new();
    private readonly Func<CaughtRequest, Task<LoopbackReply>> _answer;
    private readonly SemaphoreSlim _asked = new(0);

    /// <summary>Serves what can be answered at once.</summary>
    public LoopbackServer(Func<CaughtRequest, LoopbackReply> answer)
        : this(request => Task.FromResult(answer(request)))
    {
    }

    /// <summary>Serves what may take its time; a test can hold an answer back.</summary>
    public LoopbackServer(Func<CaughtRequest, Task<LoopbackReply>> answer)
    {
        _answer = answer;
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _listener.Listen();
        Uri = new Uri($"http://{_listener.LocalEndPoint}/");
        _ = AcceptAsync();
    }

    /// <summary>Where it listens, with a slash at the end.</summary>
    public Uri Uri { get; }

    /// <summary>What has been asked up to now, byte for byte and in the order of arrival.</summary>
    public IReadOnlyList<CaughtRequest> Requests => [.. _requests];

    /// <summary>Waits for the next request that nobody has waited for yet.</summary>
    public Task WhenAskedAsync() => _asked.WaitAsync();

    /// <inheritdoc/>
    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = ServeAsync(await _listener.AcceptAsync());
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Disposed.
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        try
        {
            using NetworkStream stream = new(socket, ownsSocket: true);
            CaughtRequest request = await HttpWire.ReadAsync(stream);
            _requests.Enqueue(request);
            _asked.Release();
            await HttpWire.WriteAsync(stream, await AnswerAsync(request));
        }
        catch (IOException)
        {
            // The client has gone, as clients may.
        }
    }

    // A test whose answer throws must see that, not a hang.
    private async Task<LoopbackReply> AnswerAsync(CaughtRequest request)
    {
        try
        {
            return await _answer(request);
        }
        catch (Exception e)
        {
            return new LoopbackReply(e.ToString(), 500, "text/plain");
        }
    }
}
