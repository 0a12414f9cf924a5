using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace BedrockPS.Tests;

/// <summary>A server that shows a certificate nobody but the test has heard of.</summary>
internal sealed class UntrustedServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _accepting;
    private int _requests;

    public UntrustedServer(string host, DateTimeOffset validUntil)
    {
        Certificate = Issue(host, validUntil);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public X509Certificate2 Certificate { get; }

    public Uri Uri => new($"https://localhost:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    /// <summary>How many requests came, from clients that trusted the certificate.</summary>
    public int Requests => Volatile.Read(ref _requests);

    /// <summary>How many connections were made.</summary>
    public int Connections { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _accepting;
        _listener.Stop();
        _stop.Dispose();
        Certificate.Dispose();
    }

    private static X509Certificate2 Issue(string host, DateTimeOffset validUntil)
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CertificateRequest request = new($"CN={host}", key, HashAlgorithmName.SHA256);
        SubjectAlternativeNameBuilder names = new();
        names.AddDnsName(host);
        request.CertificateExtensions.Add(names.Build());
        using X509Certificate2 issued = request.CreateSelfSigned(validUntil.AddYears(-1), validUntil);

        // Windows takes no key for TLS that was never stored.
        return X509CertificateLoader.LoadPkcs12(issued.Export(X509ContentType.Pfx), null);
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                using TcpClient client = await _listener.AcceptTcpClientAsync(_stop.Token);
                Connections++;
                await GreetAsync(client);
            }
        }
        catch (OperationCanceledException)
        {
            // Disposed.
        }
    }

    private async Task GreetAsync(TcpClient client)
    {
        try
        {
            await using SslStream stream = new(client.GetStream());
            SslServerAuthenticationOptions options = new() { ServerCertificate = Certificate };
            await stream.AuthenticateAsServerAsync(options, _stop.Token);

            // Under TLS 1.3 the server is done before the client has looked: only a request shows that it was content.
            if (await stream.ReadAsync(new byte[1], _stop.Token) > 0)
            {
                Interlocked.Increment(ref _requests);
            }
        }
        catch (Exception e) when (e is IOException or AuthenticationException)
        {
            // The client was not content.
        }
    }
}
