namespace BedrockPS.Local.Http;

/// <summary>How much the client is ready to take, on each stream and on all of them together.</summary>
internal sealed class Http2Windows
{
    private const int Connection = 0;
    private const int UsualWindow = 65_535;

    private readonly object _gate = new();
    private readonly Dictionary<int, long> _left = new() { [Connection] = UsualWindow };
    private int _initial = UsualWindow;
    private TaskCompletionSource _changed = NewSignal();

    public void Open(int streamId)
    {
        lock (_gate)
        {
            _left[streamId] = _initial;
        }
    }

    public void Close(int streamId)
    {
        lock (_gate)
        {
            _left.Remove(streamId);
        }
    }

    /// <summary>The client takes more; news of a stream that has ended is not late but usual.</summary>
    public void Grow(int streamId, int by)
    {
        lock (_gate)
        {
            if (_left.TryGetValue(streamId, out long left))
            {
                _left[streamId] = left + by <= int.MaxValue
                    ? left + by
                    : throw Http2Exception.FlowControl("A window is larger than it may be.");
            }
        }

        Signal();
    }

    /// <summary>What streams begin with from now on; those that are open get the difference.</summary>
    public void SetInitial(uint given)
    {
        int size = given <= int.MaxValue
            ? (int)given
            : throw Http2Exception.FlowControl("A window is larger than it may be.");
        lock (_gate)
        {
            foreach (int streamId in _left.Keys.Where(id => id != Connection).ToArray())
            {
                _left[streamId] += size - _initial;
            }

            _initial = size;
        }

        Signal();
    }

    /// <summary>Waits until some of it can go out; how much that is.</summary>
    public async ValueTask<int> TakeAsync(int streamId, int wanted, CancellationToken clientGone)
    {
        while (true)
        {
            Task changed;
            lock (_gate)
            {
                long left = Math.Min(_left[Connection], _left.GetValueOrDefault(streamId));
                int taken = (int)Math.Min(Math.Min(left, wanted), Http2Frame.MaxPayload);
                if (taken > 0)
                {
                    _left[Connection] -= taken;
                    _left[streamId] -= taken;
                    return taken;
                }

                changed = _changed.Task;
            }

            await changed.WaitAsync(clientGone).ConfigureAwait(false);
        }
    }

    private void Signal() => Interlocked.Exchange(ref _changed, NewSignal()).SetResult();

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
