using System.Net;
using System.Net.Sockets;
using System.Text;

namespace BedrockPS.Tests;

/// <summary>
/// A socket that answers each request with bytes of the test's choice; nothing checks that they are HTTP.
/// </summary>
internal sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<string, byte[]> _answer;
    private readonly Task _accepting;
    private int _requests;

    public RawServer(Func<string, byte[]> answer)
    {
        _answer = answer;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public RawServer(string head, byte[] body)
        : this(_ => Response(head, body))
    {
    }

    public Uri Uri => new($"http://{_listener.LocalEndpoint}");

    public int Requests => Volatile.Read(ref _requests);

    public static byte[] Response(string head, byte[] body) =>
        [
            .. Encoding.Latin1.GetBytes(
                $"HTTP/1.1 {head}\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n"),
            .. body,
        ];

    public static byte[] Response(string head, string body) => Response(head, Encoding.UTF8.GetBytes(body));

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _accepting;
        _listener.Stop();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        List<Task> serving = [];
        try
        {
            while (true)
            {
                serving.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(serving);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                NetworkStream stream = client.GetStream();
                string request = await ReadRequestAsync(stream, _stop.Token);
                Interlocked.Increment(ref _requests);
                await stream.WriteAsync(_answer(request), _stop.Token);
                client.Client.Shutdown(SocketShutdown.Send);
            }
            catch (Exception e) when (e is IOException or OperationCanceledException or SocketException)
            {
                // The client left first, as some tests have it.
            }
        }
    }

    /// <summary>The head and body of one request; what had come of it where the client left.</summary>
    internal static async Task<string> ReadRequestAsync(NetworkStream stream, CancellationToken token)
    {
        MemoryStream received = new();
        byte[] buffer = new byte[64 * 1024];
        while (true)
        {
            int count = await stream.ReadAsync(buffer, token);
            received.Write(buffer, 0, count);
            string text = Encoding.Latin1.GetString(received.GetBuffer(), 0, (int)received.Length);
            int end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (count == 0 || (end >= 0 && received.Length >= end + 4 + ContentLength(text[..end])))
            {
                return text;
            }
        }
    }

    private static int ContentLength(string head) => head.Split("\r\n")
        .Where(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))
        .Select(line => int.Parse(line[15..], System.Globalization.CultureInfo.InvariantCulture))
        .FirstOrDefault();
}
