using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace BedrockPS.Tests;

/// <summary>A real HTTPS server on loopback that answers <c>ok</c>; to clients that ask first, a proxy too.</summary>
internal sealed class HttpsServer : IDisposable
{
    private const string Ok = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok";

    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly X509Certificate2 _certificate;
    private readonly Func<string, string?>? _answerConnect;

    /// <param name="certificate">The certificate to show.</param>
    /// <param name="answerConnect">
    /// Answers the head of a CONNECT; null to let it through. Without it, clients begin with TLS.
    /// </param>
    public HttpsServer(X509Certificate2 certificate, Func<string, string?>? answerConnect = null)
    {
        _certificate = certificate;
        _answerConnect = answerConnect;
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _listener.Listen();
        _ = AcceptAsync();
    }

    public string Authority => _listener.LocalEndPoint!.ToString()!;

    public Uri Uri => new($"https://{Authority}/");

    public void Dispose()
    {
        _listener.Dispose();
        _certificate.Dispose();
    }

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
            await using NetworkStream stream = new(socket, ownsSocket: true);
            while (_answerConnect is not null)
            {
                string? refusal = _answerConnect(await ReadHeadAsync(stream));
                await WriteAsync(stream, refusal ?? "HTTP/1.1 200 Connected\r\n\r\n");
                if (refusal is null)
                {
                    break;
                }
            }

            await using SslStream secured = new(stream);
            await secured.AuthenticateAsServerAsync(_certificate);
            await ReadHeadAsync(secured);
            await WriteAsync(secured, Ok);
        }
        catch (Exception e) when (e is IOException or AuthenticationException)
        {
            // The client did not trust it, and said so.
        }
    }

    private static async Task<string> ReadHeadAsync(Stream stream)
    {
        StringBuilder head = new();
        byte[] one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            await stream.ReadExactlyAsync(one);
            head.Append((char)one[0]);
        }

        return head.ToString();
    }

    private static async Task WriteAsync(Stream stream, string text) =>
        await stream.WriteAsync(Encoding.ASCII.GetBytes(text));
}
