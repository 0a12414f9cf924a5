namespace BedrockPS.Local.Tests.Support;

/// <summary>A clock that shows the real time at first and then moves by hand only.</summary>
public sealed class ManualTimeProvider : TimeProvider
{
    private readonly object _gate = new();
    private readonly List<ManualTimer> _timers = [];
    private DateTimeOffset _now = System.GetUtcNow();

    public override DateTimeOffset GetUtcNow() => _now;

    public override long GetTimestamp() => _now.UtcTicks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        lock (_gate)
        {
            ManualTimer timer = new(this, callback, state, _now + dueTime);
            _timers.Add(timer);
            Monitor.PulseAll(_gate);
            return timer;
        }
    }

    /// <summary>Waits until so many wait for this clock, then moves it.</summary>
    public void AdvanceWhenAwaited(TimeSpan time, int waiting = 1)
    {
        List<ManualTimer> due;
        lock (_gate)
        {
            while (_timers.Count < waiting)
            {
                bool isPulsed = Monitor.Wait(_gate, TimeSpan.FromSeconds(10));
                Assert.True(isPulsed, $"{_timers.Count} wait for the clock, not {waiting}.");
            }

            _now += time;
            due = _timers.FindAll(timer => timer.Due <= _now);
            due.ForEach(timer => _timers.Remove(timer));
        }

        due.ForEach(timer => timer.Fire());
    }

    private sealed class ManualTimer(
        ManualTimeProvider clock, TimerCallback callback, object? state, DateTimeOffset due) : ITimer
    {
        public DateTimeOffset Due => due;

        public void Fire() => callback(state);

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
