namespace BedrockPS.Chat;

/// <summary>Does something again and again beside the pipeline thread, until it is disposed.</summary>
internal sealed class KeyWatch : IDisposable
{
    private readonly CancellationTokenSource _ended = new();
    private readonly Task _watching;

    public KeyWatch(TimeSpan interval, Action look) => _watching = Task.Run(() => WatchAsync(interval, look));

    /// <summary>Ends; when it returns, nothing is looked at any more.</summary>
    public void Dispose()
    {
        _ended.Cancel();
        ((IAsyncResult)_watching).AsyncWaitHandle.WaitOne();
        _ended.Dispose();
    }

    private async Task WatchAsync(TimeSpan interval, Action look)
    {
        using PeriodicTimer timer = new(interval);
        while (await timer.WaitForNextTickAsync(_ended.Token).ConfigureAwait(false))
        {
            look();
        }
    }
}
