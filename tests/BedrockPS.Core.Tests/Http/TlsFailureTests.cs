using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using BedrockPS.Converse;
using BedrockPS.Http;

namespace BedrockPS.Tests;

/// <summary>Connections that must not be made: each says what is wrong, once, and sends nothing.</summary>
public class TlsFailureTests
{
    private static readonly DateTimeOffset NextYear = TimeProvider.System.GetUtcNow().AddYears(1);

    [Fact]
    public async Task AnAuthorityThatNobodyTrustsIsNamedWithItsCure()
    {
        await using TlsServer server = new("localhost", NextYear);

        BedrockException e = await FailAsync(server, SharedSockets.Handler);

        Assert.Contains("does not trust its certificate", e.Message, StringComparison.Ordinal);
        Assert.Contains("AWS_CA_BUNDLE", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ACertificateForAnotherNameIsSaidToBeOne()
    {
        await using TlsServer server = new("other.example", NextYear);
        using SocketsHttpHandler trusting = Trusting(server.Certificate);

        BedrockException e = await FailAsync(server, trusting);

        Assert.Contains("another name", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("AWS_CA_BUNDLE", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ACertificateOutOfDateIsSaidToBeOne()
    {
        await using TlsServer server = new("localhost", TimeProvider.System.GetUtcNow().AddDays(-1));
        using SocketsHttpHandler trusting = Trusting(server.Certificate);

        BedrockException e = await FailAsync(server, trusting);

        Assert.Contains("out of date", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task APortThatDoesNotSpeakTlsIsSaidToBeOne()
    {
        using LocalEndpoint plain = LocalEndpoint.Start();
        Uri secure = new UriBuilder(plain.Uri) { Scheme = "https" }.Uri;

        BedrockException e = await Calls.FailAsync(secure, new CallOptions { MaxAttempts = 3 });

        Assert.Equal((ClientErrorCode.TlsFailed, 1), (e.ErrorCode, e.Attempts));
        Assert.Contains("does not speak TLS", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task APortThatDoesNotSpeakHttpIsSaidToBeOne()
    {
        await using RawServer server = new(_ => "SSH-2.0-OpenSSH_9.6\r\n"u8.ToArray());

        BedrockException e = await Calls.FailAsync(server.Uri, new CallOptions { MaxAttempts = 3 });

        Assert.Equal((ClientErrorCode.UnexpectedResponse, 1, 1), (e.ErrorCode, e.Attempts, server.Requests));
        Assert.Contains("does not speak HTTP", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ACertificateThatIsInOrderIsTrusted()
    {
        await using TlsServer server = new("localhost", NextYear);
        using SocketsHttpHandler trusting = Trusting(server.Certificate);
        using BedrockConnection connection = new(server.Uri, trusting, Calls.Once);

        await Assert.ThrowsAsync<BedrockException>(() => connection.ConverseAsync(Calls.Question()));

        Assert.Equal(1, server.Handshakes);
    }

    private static async Task<BedrockException> FailAsync(TlsServer server, HttpMessageHandler sockets)
    {
        using BedrockConnection connection = new(server.Uri, sockets, new CallOptions { MaxAttempts = 3 });
        BedrockException e = await Assert.ThrowsAsync<BedrockException>(
            () => connection.ConverseAsync(Calls.Question()).WaitAsync(Calls.Patience));

        Assert.Equal((ClientErrorCode.TlsFailed, 1), (e.ErrorCode, e.Attempts));
        Assert.Equal((1, 0), (server.Connections, server.Handshakes));
        return e;
    }

    private static SocketsHttpHandler Trusting(X509Certificate2 authority) => new()
    {
        SslOptions = new SslClientAuthenticationOptions
        {
            CertificateChainPolicy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                CustomTrustStore = { authority },
                RevocationMode = X509RevocationMode.NoCheck,
            },
        },
    };
}
