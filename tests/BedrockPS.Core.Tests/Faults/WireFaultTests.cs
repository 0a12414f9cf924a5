using System.Diagnostics;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using BedrockPS.Converse;
using BedrockPS.Http;

namespace BedrockPS.Tests;

/// <summary>Plays each row of the table of wire faults in docs/errors.md, and counts what arrives.</summary>
public sealed class WireFaultTests
{
    private static readonly TimeSpan Silence = TimeSpan.FromMilliseconds(500);

    // A timer counts the system's ticks, of up to 16 ms, and so may end that much before a stopwatch says so.
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(16);

    private readonly List<TimeSpan> _waits = [];

    public static IEnumerable<object[]> Rows => ErrorTables.Faults
        .Where(row => FaultScenes.All.ContainsKey($"{row.Call}: {row.Fault}"))
        .Select(row => new object[] { row.Fault, row.Call });

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task AFaultIsWhatTheTableSays(string fault, string call)
    {
        Func<Wire, Task> scene = FaultScenes.All[$"{call}: {fault}"];
        await using WireServer server = new(async wire =>
        {
            await wire.ReadRequestAsync();
            await scene(wire);
        });

        await AssertAsync(fault, call, server.Uri, SharedSockets.Handler, () => server.Requests);
    }

    [Fact]
    public async Task ARefusedConnectionIsWhatTheTableSays() => await AssertAsync(
        "The connection is refused", "answer", UnusedAddress(), SharedSockets.Handler, () => 0);

    [Theory]
    [InlineData("The certificate's authority is not trusted", "localhost", 1, false)]
    [InlineData("The certificate is for another name", "other.example", 1, true)]
    [InlineData("The certificate is out of date", "localhost", -1, true)]
    public async Task ACertificateThatIsNotInOrderIsWhatTheTableSays(
        string fault, string host, int validDays, bool isTrusted)
    {
        await using UntrustedServer server = new(host, TimeProvider.System.GetUtcNow().AddDays(validDays));
        using SocketsHttpHandler trusting = Trusting(server.Certificate);

        await AssertAsync(
            fault, "answer", server.Uri, isTrusted ? trusting : SharedSockets.Handler, () => server.Requests);

        Assert.Equal(1, server.Connections);
    }

    [Fact]
    public async Task ACertificateThatIsInOrderIsTrusted()
    {
        await using UntrustedServer server = new("localhost", TimeProvider.System.GetUtcNow().AddDays(1));
        using SocketsHttpHandler trusting = Trusting(server.Certificate);
        using BedrockConnection connection = new(server.Uri, trusting, Calls.Once);

        await Assert.ThrowsAsync<BedrockException>(() => connection.ConverseAsync(Calls.Question()));

        Assert.Equal(1, server.Requests);
    }

    [Fact]
    public async Task APortWithoutTlsIsWhatTheTableSays()
    {
        using LocalEndpoint plain = LocalEndpoint.Start();
        Uri secure = new UriBuilder(plain.Uri) { Scheme = "https" }.Uri;

        await AssertAsync("The port does not speak TLS", "answer", secure, SharedSockets.Handler, () => 0);
    }

    [Theory]
    [InlineData("https://bedrock.invalid")]
    [InlineData("http://bedrock.invalid")]
    public async Task AProxyThatWantsAPasswordIsWhatTheTableSays(string endpoint)
    {
        await using RawServer proxy = new("407 Who are you", "<html>"u8.ToArray());
        using SocketsHttpHandler sockets = new() { Proxy = new WebProxy(WithPassword(proxy.Uri)) };

        BedrockException e = await AssertAsync(
            "The proxy wants a password", "answer", new Uri(endpoint), sockets, () => 0);

        Assert.DoesNotContain("proxy-password", e.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AProxyThatFailsIsTriedAgainAndItsPasswordIsNotShown()
    {
        await using RawServer proxy = new("502 No", []);
        using SocketsHttpHandler sockets = new() { Proxy = new WebProxy(WithPassword(proxy.Uri)) };
        using BedrockConnection connection = new(new Uri("https://bedrock.invalid"), sockets, Options("the waits"));

        BedrockException e = await Assert.ThrowsAsync<BedrockException>(
            () => connection.ConverseAsync(Calls.Question()).WaitAsync(Calls.Patience));

        Assert.Equal((ClientErrorCode.ConnectionFailed, 3, 3), (e.ErrorCode, e.Attempts, proxy.Requests));
        Assert.Contains($"http://***@{proxy.Uri.Authority}", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("proxy-password", e.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("A kept connection is closed as the next request comes", true)]
    [InlineData("A kept connection was closed before the next request", false)]
    public async Task AKeptConnectionThatIsClosedIsWhatTheTableSays(string fault, bool atNext)
    {
        (_, _, string id, _, int attempts, int arrive, string after) =
            Assert.Single(ErrorTables.Faults, row => row.Fault == fault);
        TaskCompletionSource closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using WireServer server = new(async wire =>
        {
            await (atNext ? FaultScenes.CloseAtNextAsync(wire) : FaultScenes.CloseAfterAsync(wire));
            closed.TrySetResult();
        });
        await Calls.ConverseAsync(server.Uri);
        if (!atNext)
        {
            await closed.Task.WaitAsync(Calls.Patience);
        }

        ConverseResponse response = await Calls.ConverseAsync(server.Uri, Options(after));

        Assert.Equal((attempts, arrive), (response.Attempts, server.Requests - 1));
        Assert.Equal("none: it succeeds", id);
        AssertWaits(after, TimeSpan.Zero);
    }

    [Fact]
    public void EveryRowOfTheTableHasATest()
    {
        string[] own =
        [
            "The connection is refused", "The proxy wants a password", "The port does not speak TLS",
            "The certificate's authority is not trusted", "The certificate is for another name",
            "The certificate is out of date", "A kept connection is closed as the next request comes",
            "A kept connection was closed before the next request",
        ];

        Assert.Equal(
            own.Select(fault => $"answer: {fault}").Concat(FaultScenes.All.Keys).Order(StringComparer.Ordinal),
            ErrorTables.Faults.Select(row => $"{row.Call}: {row.Fault}").Order(StringComparer.Ordinal));
    }

    private async Task<BedrockException> AssertAsync(
        string fault, string call, Uri endpoint, HttpMessageHandler sockets, Func<int> arrived)
    {
        (_, _, string id, string says, int attempts, int arrive, string after) =
            Assert.Single(ErrorTables.Faults, row => (row.Fault, row.Call) == (fault, call));
        using BedrockConnection connection = new(endpoint, sockets, Options(after));
        long start = Stopwatch.GetTimestamp();

        BedrockException e = await Assert.ThrowsAsync<BedrockException>(
            () => (call == "stream" ? StreamAsync(connection) : connection.ConverseAsync(Calls.Question()))
                .WaitAsync(Calls.Patience));

        Assert.Equal((id, attempts, arrive), (e.ErrorCode, e.Attempts, arrived()));
        Assert.Contains(says, e.Message, StringComparison.Ordinal);
        AssertWaits(after, Stopwatch.GetElapsedTime(start));
        return e;
    }

    private static async Task StreamAsync(BedrockConnection connection)
    {
        await using ConverseStream stream = await connection.ConverseStreamAsync(Calls.Question());
        await foreach (ConverseEvent e in stream.ReadAsync())
        {
            Assert.NotNull(e);
        }
    }

    private void AssertWaits(string after, TimeSpan elapsed)
    {
        int expected = after switch { "the waits" or "the waits that it names" => 2, "one wait" => 1, _ => 0 };
        TimeSpan least = after == "the waits that it names" ? TimeSpan.FromSeconds(7) : TimeSpan.Zero;
        TimeSpan limit = after.StartsWith('-') ? Silence - Tick : TimeSpan.Zero;

        Assert.Equal(expected, _waits.Count);
        Assert.All(_waits, wait => Assert.InRange(wait, least, TimeSpan.FromSeconds(7)));
        Assert.True(elapsed >= limit, $"It took {elapsed} and should have taken {limit} at least.");
    }

    // Waits are skipped by the clock; silence is waited for, so that the wire has its time.
    private CallOptions Options(string after) => new()
    {
        MaxAttempts = 3,
        Timeout = after == "-TimeoutSec" ? Silence : TimeSpan.FromMinutes(10),
        IdleTimeout = after == "-IdleTimeoutSec" ? Silence : TimeSpan.FromMinutes(5),
        Clock = after.StartsWith('-') ? TimeProvider.System : new ManualClock { Skips = TimeSpan.FromMinutes(1) },
        OnRetry = (_, _, wait) => _waits.Add(wait),
    };

    private static Uri WithPassword(Uri proxy) =>
        new UriBuilder(proxy) { UserName = "user", Password = "proxy-password" }.Uri;

    private static Uri UnusedAddress()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri($"http://{listener.LocalEndpoint}");
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
