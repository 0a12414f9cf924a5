using BedrockPS.Converse;
using BedrockPS.Http;

namespace BedrockPS.Tests;

/// <summary>Streams that say nothing more, and callers who have heard enough.</summary>
public sealed class StreamSilenceTests : IDisposable
{
    private readonly LocalEndpoint _endpoint = LocalEndpoint.Start();
    private readonly ManualClock _clock = new();

    public void Dispose() => _endpoint.Dispose();

    [Fact]
    public async Task SilenceIsTimedByTheClock()
    {
        await using Silence silence = await OpenAsync();
        Task<bool> next = silence.NextAsync();

        _clock.Advance(TimeSpan.FromSeconds(299));
        Assert.False(next.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(1));

        BedrockException e = await Assert.ThrowsAsync<BedrockException>(() => next);
        Assert.Equal(ClientErrorCode.StreamIdleTimeout, e.ErrorCode);
        Assert.Equal("one two ", Calls.PartialText(e));
    }

    [Fact]
    public async Task SilenceBeforeTheFirstByteIsTimedToo()
    {
        _endpoint.Enqueue(new LocalReply { Text = "late", Delay = TimeSpan.FromHours(1) });
        using BedrockConnection connection = Connect();
        Task<ConverseStream> opening = connection.ConverseStreamAsync(Calls.Question());
        LocalRequest request = await ArrivedAsync();

        _clock.Advance(TimeSpan.FromMinutes(5));

        BedrockException e = await Assert.ThrowsAsync<BedrockException>(() => opening.WaitAsync(Calls.Patience));
        Assert.Equal(ClientErrorCode.StreamIdleTimeout, e.ErrorCode);
        Assert.Null(e.PartialResponse);
        await AssertAbortedAsync(request);
    }

    [Fact]
    public async Task CancellingDuringSilenceReturnsAndClosesTheSocket()
    {
        using CancellationTokenSource stop = new();
        await using Silence silence = await OpenAsync(stop.Token);
        Task<bool> next = silence.NextAsync();
        Assert.False(next.IsCompleted);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next.WaitAsync(Calls.Patience));
        await silence.DisposeAsync();
        await AssertAbortedAsync(silence.Request);
    }

    [Fact]
    public async Task CancellingKeepsWhatHadArrived()
    {
        using CancellationTokenSource stop = new();
        await using Silence silence = await OpenAsync(stop.Token);
        Task<bool> next = silence.NextAsync();

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next);

        Assert.Equal("one two ", silence.Stream.ToResponse().Text);
    }

    [Fact]
    public async Task LeavingEarlyClosesTheSocket()
    {
        Silence silence = await OpenAsync();

        await silence.DisposeAsync();

        await AssertAbortedAsync(silence.Request);
    }

    [Fact]
    public async Task CancellingBeforeTheHeadClosesTheSocket()
    {
        _endpoint.Enqueue(new LocalReply { Text = "late", Delay = TimeSpan.FromHours(1) });
        using CancellationTokenSource stop = new();
        using BedrockConnection connection = Connect();
        Task<ConverseStream> opening = connection.ConverseStreamAsync(Calls.Question(), token: stop.Token);
        LocalRequest request = await ArrivedAsync();

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => opening.WaitAsync(Calls.Patience));
        await AssertAbortedAsync(request);
    }

    private static async Task AssertAbortedAsync(LocalRequest request)
    {
        Assert.True(await Task.Run(() => request.WaitForEnd(Calls.Patience)));
        Assert.Equal("aborted", request.Outcome);
    }

    private BedrockConnection Connect() => Calls.Connect(_endpoint.Uri, new CallOptions { Clock = _clock });

    private Task<LocalRequest> ArrivedAsync() => Task.Run(() => _endpoint.WaitForRequest(0, Calls.Patience));

    // A stream that has given its start and two pieces, and falls silent.
    private async Task<Silence> OpenAsync(CancellationToken token = default)
    {
        _endpoint.Enqueue(new LocalReply { Pieces = ["one ", "two ", "three"], SilentAfterPieces = 2 });
        BedrockConnection connection = Connect();
        ConverseStream stream = await connection.ConverseStreamAsync(Calls.Question(), token: token)
            .WaitAsync(Calls.Patience, token);
        IAsyncEnumerator<ConverseEvent> events = stream.ReadAsync(token).GetAsyncEnumerator(CancellationToken.None);
        for (int i = 0; i < 3; i++)
        {
            Assert.True(await events.MoveNextAsync().AsTask().WaitAsync(Calls.Patience, token));
        }

        return new Silence(connection, stream, events, await ArrivedAsync());
    }

    private sealed record Silence(
        BedrockConnection Connection,
        ConverseStream Stream,
        IAsyncEnumerator<ConverseEvent> Events,
        LocalRequest Request)
        : IAsyncDisposable
    {
        // The wait for the next event has begun when this returns.
        public Task<bool> NextAsync() => Events.MoveNextAsync().AsTask().WaitAsync(Calls.Patience);

        public async ValueTask DisposeAsync()
        {
            await Events.DisposeAsync();
            await Stream.DisposeAsync();
            Connection.Dispose();
        }
    }
}
