namespace BedrockPS.Aws.Credentials;

/// <summary>One piece of work that several wait for; it is cancelled when the last of them has left.</summary>
internal sealed class SharedTask<T>
{
    private readonly Action _giveUp;
    private readonly Task<T> _task;
    private readonly object _gate = new();
    private int _waiting = 1;

    /// <summary>Begins the work for a first one, who must wait for it.</summary>
    public SharedTask(Func<CancellationToken, Task<T>> start)
    {
        CancellationTokenSource stop = new();
        _giveUp = () => _ = stop.CancelAsync();
        _task = Task.Run(() => start(stop.Token));
    }

    /// <summary>Counts another one who will wait; false when the work is over or given up.</summary>
    public bool TryJoin()
    {
        lock (_gate)
        {
            if (_waiting == 0 || _task.IsCompleted)
            {
                return false;
            }

            _waiting++;
            return true;
        }
    }

    /// <summary>The outcome; whoever is cancelled leaves at once, whatever the work is waiting for.</summary>
    public async Task<T> WaitAsync(CancellationToken token)
    {
        try
        {
            return await _task.WaitAsync(token).ConfigureAwait(false);
        }
        finally
        {
            Leave();
        }
    }

    private void Leave()
    {
        lock (_gate)
        {
            if (--_waiting > 0 || _task.IsCompleted)
            {
                return;
            }
        }

        _giveUp();
    }
}
