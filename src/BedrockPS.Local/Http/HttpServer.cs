using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace BedrockPS.Local.Http;

/// <summary>A small, strict server of HTTP/1.1 and HTTP/2 on the loopback address.</summary>
/// <remarks>
/// Ours, because the server lives inside pwsh, whose framework has no Kestrel, and HttpListener can neither notice
/// that a client left while the answer is silent nor break an answer off in the middle of a frame.
/// </remarks>
internal sealed class HttpServer : IDisposable
{
    private readonly Socket _listener;
    private readonly TimeProvider _time;
    private readonly Func<HttpExchange, Task> _handler;
    private readonly ConcurrentDictionary<int, HttpConnection> _connections = new();
    private readonly Task _accepting;
    private volatile bool _stopped;

    public HttpServer(int port, TimeProvider time, Func<HttpExchange, Task> handler)
    {
        (_time, _handler) = (time, handler);
        _listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            _listener.Bind(new IPEndPoint(IPAddress.Loopback, port));
            _listener.Listen(512);
        }
        catch
        {
            _listener.Dispose();
            throw;
        }

        Port = ((IPEndPoint)_listener.LocalEndPoint!).Port;
        _accepting = Task.Run(AcceptAsync);
    }

    public int Port { get; }

    public bool IsRunning => !_stopped;

    public void Dispose()
    {
        _stopped = true;
        _listener.Dispose();
        Wait(_accepting);
        HttpConnection[] open = [.. _connections.Values];
        Array.ForEach(open, connection => connection.Dispose());
        Wait(Task.WhenAll(open.Select(connection => connection.Completion)));
    }

    // Briefly, and without a care for how it ended: nobody is left to be told.
    private static void Wait(Task task) => Task.WhenAny(task, Task.Delay(TimeSpan.FromSeconds(2))).Wait();

    private async Task AcceptAsync()
    {
        for (int id = 1; !_stopped; id++)
        {
            try
            {
                Track(await _listener.AcceptAsync().ConfigureAwait(false), id);
            }
            catch (SocketException) when (!_stopped)
            {
                // A client that hung up in the queue, or a passing lack of handles: the next one may be served.
                await Task.Delay(10).ConfigureAwait(false);
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private void Track(Socket socket, int id)
    {
        HttpConnection connection = new(socket, id, _time);
        _connections[id] = connection;
        connection.Start(_handler, () => _connections.TryRemove(id, out _));
    }
}
