using System.Net;
using System.Net.Sockets;
using System.Text;

namespace BedrockPS.Aws.Tests.Support;

/// <summary>Answers each request by its target, and keeps the requests byte for byte.</summary>
internal sealed class TinyServer : IAsyncDisposable
{
    // No TcpListener: disposed between two accepts, it says that it was never started.
    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly Func<string, string> _answer;
    private readonly Task _running;

    public TinyServer(Func<string, string> answer)
    {
        _answer = answer;
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _listener.Listen();
        Uri = new Uri($"http://{_listener.LocalEndPoint}/");
        _running = ServeAsync();
    }

    public Uri Uri { get; }

    public List<CaughtRequest> Requests { get; } = [];

    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        await _running;
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using Socket socket = await _listener.AcceptAsync();
                using NetworkStream stream = new(socket);
                CaughtRequest request = await ReadAsync(stream);
                Requests.Add(request);
                string answer = _answer(request.Target);
                await stream.WriteAsync(Encoding.ASCII.GetBytes(
                    "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n"
                    + $"Content-Length: {answer.Length}\r\n\r\n{answer}"));
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Disposed.
        }
    }

    private static async Task<CaughtRequest> ReadAsync(NetworkStream stream)
    {
        string[] start = (await ReadLineAsync(stream)).Split(' ');
        Dictionary<string, string[]> headers = new(StringComparer.OrdinalIgnoreCase);
        for (string line = await ReadLineAsync(stream); line.Length > 0; line = await ReadLineAsync(stream))
        {
            string[] header = line.Split(':', 2);
            headers[header[0]] = [.. headers.GetValueOrDefault(header[0], []), header[1].Trim()];
        }

        byte[] body = new byte[headers.TryGetValue("Content-Length", out string[]? length) ? int.Parse(length[0]) : 0];
        await stream.ReadExactlyAsync(body);
        return new CaughtRequest(start[0], start[1], headers, body);
    }

    private static async Task<string> ReadLineAsync(NetworkStream stream)
    {
        List<byte> line = [];
        byte[] one = new byte[1];
        while (!line.TakeLast(2).SequenceEqual("\r\n"u8.ToArray()))
        {
            await stream.ReadExactlyAsync(one);
            line.Add(one[0]);
        }

        return Encoding.ASCII.GetString([.. line.SkipLast(2)]);
    }
}
