namespace BedrockPS.Aws.Tests.Support;

/// <summary>A clock that stands still until a test lets the next wait pass.</summary>
internal sealed class ManualClock : TimeProvider
{
    // The time limits of calls, which no test lets pass, are longer.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(25);

    private readonly object _gate = new();
    private readonly List<WaitingTimer> _timers = [];
    private DateTimeOffset _now = new(2030, 5, 1, 12, 0, 0, TimeSpan.Zero);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
        {
            return _now;
        }
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        lock (_gate)
        {
            WaitingTimer timer = new(this, () => callback(state), dueTime);
            _timers.Add(timer);
            Monitor.PulseAll(_gate);
            return timer;
        }
    }

    /// <summary>Waits until somebody waits, lets that time pass, and says how long it was.</summary>
    public TimeSpan PassNextWait() => Pass(LongestWait);

    /// <summary>Waits until somebody has set a time limit, and lets it pass.</summary>
    public TimeSpan PassTimeLimit() => Pass(TimeSpan.MaxValue);

    private TimeSpan Pass(TimeSpan longest)
    {
        WaitingTimer? next;
        lock (_gate)
        {
            while ((next = _timers.Find(timer => timer.Due <= longest)) is null)
            {
                Assert.True(Monitor.Wait(_gate, TimeSpan.FromSeconds(20)), "Nobody waits for the clock.");
            }

            _timers.Remove(next);
            _now += next.Due;
        }

        next.Fire();
        return next.Due;
    }

    private sealed class WaitingTimer(ManualClock clock, Action fire, TimeSpan due) : ITimer
    {
        public TimeSpan Due => due;

        public void Fire() => fire();

        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
            lock (clock._gate)
            {
                clock._timers.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
