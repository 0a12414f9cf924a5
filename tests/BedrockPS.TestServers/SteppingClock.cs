namespace BedrockPS.TestServers;

/// <summary>A clock that stands still until a test moves it; who waits for a moment need not.</summary>
public sealed class SteppingClock : TimeProvider
{
    // Longer than any backoff, shorter than any limit.
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(5);

    private readonly object _gate = new();
    private readonly List<StandingTimer> _timers = [];

    // The SDK signs by the machine's clock, so this one begins with it.
    private DateTimeOffset _now = System.GetUtcNow();

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
        {
            return _now;
        }
    }

    /// <inheritdoc/>
    public override long GetTimestamp() => GetUtcNow().Ticks;

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        StandingTimer timer = new(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves the clock; what has become due is called before this returns.</summary>
    public void Advance(TimeSpan by)
    {
        StandingTimer[] due;
        lock (_gate)
        {
            _now += by;
            due = [.. _timers.Where(timer => timer.DueAt <= _now)];
            _timers.RemoveAll(due.Contains);
        }

        Array.ForEach(due, timer => timer.Call());
    }

    private void Set(StandingTimer timer, TimeSpan due)
    {
        lock (_gate)
        {
            _timers.Remove(timer);
            if (due > Moment)
            {
                timer.DueAt = _now + due;
                _timers.Add(timer);
            }
        }

        if (due >= TimeSpan.Zero && due <= Moment)
        {
            ThreadPool.QueueUserWorkItem(_ => timer.Call());
        }
    }

    private sealed class StandingTimer(SteppingClock clock, Action call) : ITimer
    {
        public DateTimeOffset DueAt { get; set; }

        public void Call() => call();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            clock.Set(this, dueTime);
            return true;
        }

        public void Dispose() => clock.Set(this, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
