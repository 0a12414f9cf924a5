namespace BedrockPS.Tests;

/// <summary>A clock that stands still until a test moves it.</summary>
internal sealed class ManualClock : TimeProvider
{
    private readonly object _gate = new();
    private readonly List<ManualTimer> _timers = [];
    private readonly List<(Predicate<TimeSpan> Due, TaskCompletionSource Seen)> _watchers = [];
    private TimeSpan _now;

    /// <summary>Waits of up to this length are over as soon as they begin, and the clock moves by them.</summary>
    public TimeSpan Skips { get; init; } = TimeSpan.MinValue;

    /// <summary>The date at which it begins.</summary>
    public DateTimeOffset Start { get; init; } = DateTimeOffset.UnixEpoch;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp()
    {
        lock (_gate)
        {
            return _now.Ticks;
        }
    }

    public override DateTimeOffset GetUtcNow() => Start.AddTicks(GetTimestamp());

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ManualTimer timer = new(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves the clock; what has become due is called before this returns.</summary>
    public void Advance(TimeSpan by)
    {
        ManualTimer[] due;
        lock (_gate)
        {
            _now += by;
            due = [.. _timers.Where(timer => timer.DueAt <= _now)];
            _timers.RemoveAll(timer => timer.DueAt <= _now);
        }

        Array.ForEach(due, timer => timer.Call());
    }

    /// <summary>Done when somebody waits for a time that the predicate is true of.</summary>
    public Task WhenAwaited(Predicate<TimeSpan> due)
    {
        lock (_gate)
        {
            TaskCompletionSource seen = new(TaskCreationOptions.RunContinuationsAsynchronously);
            _watchers.Add((due, seen));
            return seen.Task.WaitAsync(Calls.Patience);
        }
    }

    private void Set(ManualTimer timer, TimeSpan due)
    {
        lock (_gate)
        {
            _timers.Remove(timer);
            if (due == Timeout.InfiniteTimeSpan)
            {
                return;
            }

            timer.DueAt = _now + due;
            _timers.Add(timer);
            _watchers.FindAll(watcher => watcher.Due(due)).ForEach(watcher => watcher.Seen.TrySetResult());
        }

        if (due <= Skips)
        {
            ThreadPool.QueueUserWorkItem(_ => Advance(due));
        }
    }

    private sealed class ManualTimer(ManualClock clock, Action call) : ITimer
    {
        public TimeSpan DueAt { get; set; }

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
