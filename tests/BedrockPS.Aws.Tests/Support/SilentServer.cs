using System.Net;
using System.Net.Sockets;

namespace BedrockPS.Aws.Tests.Support;

/// <summary>Accepts every connection and never answers.</summary>
internal sealed class SilentServer : IDisposable
{
    // No TcpListener: disposed between two accepts, it says that it was never started.
    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public SilentServer()
    {
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _listener.Listen();
        Uri = new Uri($"http://{_listener.LocalEndPoint}");
        _ = AcceptAsync();
    }

    public Uri Uri { get; }

    /// <summary>Completes when somebody has connected, and so waits.</summary>
    public Task Reached => _reached.Task;

    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync()
    {
        List<Socket> held = [];
        try
        {
            while (true)
            {
                held.Add(await _listener.AcceptAsync());
                _reached.TrySetResult();
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            _reached.TrySetCanceled();
            held.ForEach(socket => socket.Dispose());
        }
    }
}
