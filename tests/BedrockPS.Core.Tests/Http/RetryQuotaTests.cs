using BedrockPS.Converse;
using BedrockPS.Http;

namespace BedrockPS.Tests;

/// <summary>What a session may spend on retries while an endpoint is down, over all its calls.</summary>
public sealed class RetryQuotaTests : IDisposable
{
    private readonly LocalEndpoint _endpoint = LocalEndpoint.Start();
    private readonly EndpointMemory _session = new();
    private readonly List<string> _remarks = [];

    public void Dispose() => _endpoint.Dispose();

    [Fact]
    public async Task TheRetriesOfALoopOfCallsAreBounded()
    {
        Throttle(times: 1000);

        int[] attempts = await FailAsync(60);

        // 500 to spend at 5 a retry: 50 calls with two retries each, then none.
        Assert.Equal([.. Enumerable.Repeat(3, 50), .. Enumerable.Repeat(1, 10)], attempts);
        Assert.Equal(160, _endpoint.RequestCount);
        Assert.Equal(10, _remarks.Count);
        Assert.All(_remarks, remark => Assert.Contains(_endpoint.Uri.Authority, remark, StringComparison.Ordinal));
    }

    [Fact]
    public async Task SuccessesEarnRetriesAgain()
    {
        Throttle(times: 150);
        await FailAsync(50);
        for (int i = 0; i < 4; i++)
        {
            await AskAsync();
        }

        Throttle(times: 1);
        Assert.Equal(1, Assert.Single(await FailAsync(1)));
        await AskAsync();

        Throttle(times: 1);
        Assert.Equal(2, (await AskAsync()).Attempts);
    }

    [Fact]
    public async Task AnotherEndpointAndAnotherSessionHaveTheirOwn()
    {
        Throttle(times: 1000);
        await FailAsync(50);
        using LocalEndpoint other = LocalEndpoint.Start();
        other.Enqueue(new LocalReply { ErrorCode = "ThrottlingException" });

        Assert.Equal(2, (await Calls.ConverseAsync(other.Uri, Options())).Attempts);
        BedrockException e = await Calls.FailAsync(_endpoint.Uri, Options() with { Memory = new EndpointMemory() });
        Assert.Equal(3, e.Attempts);
    }

    private void Throttle(int times) =>
        _endpoint.Enqueue(new LocalReply { ErrorCode = "ThrottlingException", Times = times });

    private async Task<int[]> FailAsync(int calls)
    {
        List<int> attempts = [];
        for (int i = 0; i < calls; i++)
        {
            attempts.Add((await Calls.FailAsync(_endpoint.Uri, Options())).Attempts);
        }

        return [.. attempts];
    }

    // A connection for each call, as each command of a loop makes one.
    private Task<ConverseResponse> AskAsync() => Calls.ConverseAsync(_endpoint.Uri, Options());

    private CallOptions Options() => new()
    {
        Memory = _session,
        OnRemark = _remarks.Add,
        Clock = new ManualClock { Skips = TimeSpan.FromMinutes(1) },
    };
}
