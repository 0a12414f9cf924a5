using BedrockPS.Converse;
using BedrockPS.Http;

namespace BedrockPS.Tests;

/// <summary>How long a try waits, and what ends the wait.</summary>
public sealed class BackoffTests : IDisposable
{
    private readonly LocalEndpoint _endpoint = LocalEndpoint.Start();
    private readonly ManualClock _clock = new();
    private readonly List<TimeSpan> _waits = [];

    public void Dispose() => _endpoint.Dispose();

    [Theory]
    [InlineData(2, 1)]
    [InlineData(3, 2)]
    [InlineData(4, 4)]
    [InlineData(6, 16)]
    [InlineData(7, 20)]
    [InlineData(2000, 20)]
    public void TheWaitIsAnywhereBelowABoundThatGrows(int attempt, int seconds)
    {
        TimeSpan[] waits = [.. Enumerable.Range(0, 2000).Select(_ => RetryPolicy.DelayBefore(attempt, null))];

        Assert.All(waits, wait => Assert.InRange(wait.TotalSeconds, 0, seconds));
        Assert.True(waits.Max().TotalSeconds > seconds * 0.9);
        Assert.True(waits.Min().TotalSeconds < seconds * 0.1);
    }

    [Fact]
    public async Task TheWaitThatIsToldIsTheWaitThatIsMade()
    {
        _endpoint.Enqueue(new LocalReply { ErrorCode = "ThrottlingException" });
        Task backoff = _clock.WhenAwaited(IsBackoff);
        Task<ConverseResponse> call = Calls.ConverseAsync(_endpoint.Uri, Options());
        await backoff;

        Assert.Equal(1, _endpoint.RequestCount);
        _clock.Advance(_waits[0]);

        Assert.Equal(2, (await call).Attempts);
    }

    [Theory]
    [InlineData("17", 17)]
    [InlineData("17.5", 0)]
    [InlineData("soon", 0)]
    [InlineData("-3", 0)]
    public async Task TheServiceIsWaitedForAsLongAsItAsks(string retryAfter, int atLeast)
    {
        int requests = 0;
        await using RawServer server = new(_ => ++requests == 1
            ? RawServer.Response($"429 X\r\nRetry-After: {retryAfter}", "{}")
            : RawServer.Response("400 Bad", "{}"));

        ManualClock clock = new() { Skips = TimeSpan.FromMinutes(1) };
        await Calls.FailAsync(server.Uri, Options() with { Clock = clock });

        Assert.InRange(Assert.Single(_waits).TotalSeconds, atLeast, Math.Max(atLeast, 1));
    }

    [Fact]
    public async Task ADateIsReadAgainstTheServersOwnClock()
    {
        const string Head =
            "429 X\r\nDate: Fri, 02 Jan 2026 00:00:00 GMT\r\nRetry-After: Fri, 02 Jan 2026 00:00:09 GMT";
        await using RawServer server = new(_ => RawServer.Response(Head, "{}"));

        BedrockException e = await Calls.FailAsync(server.Uri);

        Assert.Equal(TimeSpan.FromSeconds(9), e.RetryAfter);
    }

    [Theory]
    [InlineData("700")]
    [InlineData("99999999")]
    public async Task AWaitThatOutlastsTheCallIsNotBegun(string retryAfter)
    {
        await using RawServer server = new(_ => RawServer.Response($"429 X\r\nRetry-After: {retryAfter}", "{}"));

        BedrockException e = await Calls.FailAsync(server.Uri, Options());

        Assert.Equal(("ThrottlingException", 1, 1), (e.ErrorCode, e.Attempts, server.Requests));
        Assert.Empty(_waits);
    }

    [Fact]
    public async Task CancellingEndsTheWait()
    {
        _endpoint.Enqueue(new LocalReply { ErrorCode = "ThrottlingException", Times = 9 });
        using CancellationTokenSource stop = new();
        using BedrockConnection connection = Calls.Connect(_endpoint.Uri, Options());
        Task backoff = _clock.WhenAwaited(IsBackoff);
        Task<ConverseResponse> call = connection.ConverseAsync(Calls.Question(), stop.Token);
        await backoff;

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call.WaitAsync(Calls.Patience));
        Assert.Equal(1, _endpoint.RequestCount);
    }

    [Fact]
    public async Task TheWholeCallIsTimedByTheClock()
    {
        _endpoint.Enqueue(new LocalReply { Text = "late", Delay = TimeSpan.FromHours(1) });
        CallOptions options = Options() with { Timeout = TimeSpan.FromSeconds(90) };
        Task<ConverseResponse> call = Calls.ConverseAsync(_endpoint.Uri, options);
        LocalRequest request = await Task.Run(() => _endpoint.WaitForRequest(0, Calls.Patience));

        _clock.Advance(TimeSpan.FromSeconds(89));
        Assert.False(call.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(1));

        BedrockException e = await Assert.ThrowsAsync<BedrockException>(() => call);
        Assert.Equal((ClientErrorCode.CallTimeout, 1, Calls.Model), (e.ErrorCode, e.Attempts, e.ModelId));
        Assert.True(await Task.Run(() => request.WaitForEnd(Calls.Patience)));
        Assert.Equal("aborted", request.Outcome);
    }

    [Fact]
    public async Task AWaitThatOutlastsWhatIsLeftOfTheCallIsNotBegun()
    {
        _endpoint.Enqueue(new LocalReply { ErrorCode = "ThrottlingException", RetryAfterSeconds = 60, Times = 9 });
        List<string> remarks = [];
        Task backoff = _clock.WhenAwaited(due => due == TimeSpan.FromSeconds(60));
        CallOptions options = Options() with { Timeout = TimeSpan.FromSeconds(90), OnRemark = remarks.Add };
        Task<ConverseResponse> call = Calls.ConverseAsync(_endpoint.Uri, options);
        await backoff;

        _clock.Advance(TimeSpan.FromSeconds(60));

        BedrockException e = await Assert.ThrowsAsync<BedrockException>(() => call);
        Assert.Equal(("ThrottlingException", 2, 2L), (e.ErrorCode, e.Attempts, _endpoint.RequestCount));
        Assert.Contains("60.0 s would outlast", Assert.Single(remarks), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheWaitForAStreamIsBoundedByItsSilence()
    {
        _endpoint.Enqueue(new LocalReply { ErrorCode = "ThrottlingException", RetryAfterSeconds = 60, Times = 9 });

        BedrockException e = await Calls.FailStreamAsync(
            _endpoint.Uri, Options() with { IdleTimeout = TimeSpan.FromSeconds(60) });

        Assert.Equal(("ThrottlingException", 1, 1L), (e.ErrorCode, e.Attempts, _endpoint.RequestCount));
    }

    [Fact]
    public async Task ATryCountsTowardsTheWholeCall()
    {
        _endpoint.Enqueue(new LocalReply { ErrorCode = "ThrottlingException", RetryAfterSeconds = 60 });
        _endpoint.Enqueue(new LocalReply { Text = "late", Delay = TimeSpan.FromHours(1) });
        Task backoff = _clock.WhenAwaited(due => due == TimeSpan.FromSeconds(60));
        CallOptions options = Options() with { Timeout = TimeSpan.FromSeconds(90) };
        Task<ConverseResponse> call = Calls.ConverseAsync(_endpoint.Uri, options);
        await backoff;

        _clock.Advance(TimeSpan.FromSeconds(60));
        await Task.Run(() => _endpoint.WaitForRequest(1, Calls.Patience));
        _clock.Advance(TimeSpan.FromSeconds(30));

        BedrockException e = await Assert.ThrowsAsync<BedrockException>(() => call);
        Assert.Equal((ClientErrorCode.CallTimeout, 2), (e.ErrorCode, e.Attempts));
    }

    // A timer counts whole milliseconds.
    private bool IsBackoff(TimeSpan due) =>
        _waits.Exists(wait => wait - due < TimeSpan.FromMilliseconds(1) && due <= wait);

    private CallOptions Options() => new()
    {
        Clock = _clock,
        OnRetry = (_, _, wait) => _waits.Add(wait),
    };
}
