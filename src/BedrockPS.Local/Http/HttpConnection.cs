using System.Buffers;
using System.Net.Sockets;
using System.Text.Json;

namespace BedrockPS.Local.Http;

/// <summary>Serves the requests of one connection, one after the other.</summary>
internal sealed class HttpConnection : IDisposable
{
    private readonly Socket _socket;
    private readonly int _id;
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _clientGone = new();
    private readonly ArrayBufferWriter<byte> _output = new(1024);
    private readonly ConnectionReader _reader;

    public HttpConnection(Socket socket, int id, TimeProvider time)
    {
        (_socket, _id, _time) = (socket, id, time);
        _reader = new ConnectionReader(socket, _clientGone.Cancel);
    }

    /// <summary>Done when the connection has ended.</summary>
    public Task Completion { get; private set; } = Task.CompletedTask;

    /// <summary>Serves until either side has had enough.</summary>
    public void Start(Func<HttpExchange, Task> handler, Action ended) => Completion = Task.Run(async () =>
    {
        try
        {
            await RunAsync(handler).ConfigureAwait(false);
        }
        finally
        {
            ended();
        }
    });

    /// <summary>Closes the socket at once; what is pending on it ends.</summary>
    public void Dispose()
    {
        try
        {
            _socket.Shutdown(SocketShutdown.Both);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The other side was quicker.
        }

        _socket.Dispose();
    }

    private async Task RunAsync(Func<HttpExchange, Task> handler)
    {
        try
        {
            _socket.NoDelay = true;
            if (await AsksForHttp2Async().ConfigureAwait(false))
            {
                using Http2Connection connection = new(_socket, _reader, _id, _time, handler);
                await connection.RunAsync(_clientGone.Token).ConfigureAwait(false);
                return;
            }

            while (await ServeAsync(handler).ConfigureAwait(false))
            {
            }
        }
        catch (HttpProtocolException e)
        {
            await RefuseAsync(e).ConfigureAwait(false);
        }
        catch (Exception e) when (e is ClientGoneException or ConnectionCutException
            or OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The connection is over, which is all that these say.
        }
        finally
        {
            Dispose();
        }
    }

    // A client that knows what it talks to begins with HTTP/2's preface; nothing of HTTP/1.1 begins like it.
    private async ValueTask<bool> AsksForHttp2Async()
    {
        while (_reader.Buffered.Length < Http2Connection.Greeting.Length
            && Http2Connection.Greeting.StartsWith(_reader.Buffered))
        {
            if (!await _reader.FillAsync().ConfigureAwait(false))
            {
                return false;
            }
        }

        return _reader.Buffered.StartsWith(Http2Connection.Greeting);
    }

    private async Task<bool> ServeAsync(Func<HttpExchange, Task> handler)
    {
        RequestReader requests = new(_reader, () => NewResponse().SendContinueAsync());
        RequestHead? head = await requests.ReadHeadAsync().ConfigureAwait(false);
        if (head is null)
        {
            return false;
        }

        byte[] body = await requests.ReadBodyAsync(head).ConfigureAwait(false);
        Http1ResponseWriter response = NewResponse(head);
        _reader.StartWatching();
        await handler(new HttpExchange(head, body, _id, response, _clientGone.Token)).ConfigureAwait(false);
        _reader.StopWatching();
        return response.KeepAlive;
    }

    private Http1ResponseWriter NewResponse(RequestHead? head = null) => new(
        _socket, _output, _time, _clientGone.Token)
    {
        KeepAlive = head is not null && !head.HeaderHas("connection", "close"),
        OmitBody = head?.Method == "HEAD",
    };

    private async Task RefuseAsync(HttpProtocolException error)
    {
        byte[] body = JsonSerializer.SerializeToUtf8Bytes(new { message = error.Message });
        try
        {
            await NewResponse().SendAsync(new HttpResponse { Status = error.Status, Body = body })
                .ConfigureAwait(false);
            _socket.Shutdown(SocketShutdown.Send);
            await DrainAsync().ConfigureAwait(false);
        }
        catch (Exception e) when (e is ClientGoneException or OperationCanceledException
            or SocketException or ObjectDisposedException)
        {
            // It did not want to know.
        }
    }

    // Closing with unread bytes resets the connection, and the reset can overtake the answer that says why.
    private async Task DrainAsync()
    {
        using CancellationTokenSource patience = new(TimeSpan.FromSeconds(2));
        byte[] scrap = new byte[16 * 1024];
        while (await _socket.ReceiveAsync(scrap, patience.Token).ConfigureAwait(false) > 0)
        {
        }
    }
}
