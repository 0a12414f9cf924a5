using System.Diagnostics;

namespace BedrockPS.Local.Operations;

/// <summary>The newest requests, and a way to wait for one to arrive.</summary>
internal sealed class RequestLog
{
    private const int Capacity = 256;

    // Monitor counts milliseconds in 31 bits.
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(20);

    private readonly object _gate = new();
    private readonly Queue<LocalRequest> _requests = new();
    private long _total;
    private int _next;

    public long Total => Interlocked.Read(ref _total);

    public void Add(LocalRequest request)
    {
        lock (_gate)
        {
            request.Index = _next++;
            _total++;
            _requests.Enqueue(request);
            if (_requests.Count > Capacity)
            {
                _requests.Dequeue();
            }

            Monitor.PulseAll(_gate);
        }
    }

    public LocalRequest[] Snapshot()
    {
        lock (_gate)
        {
            return [.. _requests];
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _requests.Clear();
            _next = 0;
        }
    }

    public LocalRequest WaitFor(int index, TimeSpan timeout)
    {
        long start = Stopwatch.GetTimestamp();
        lock (_gate)
        {
            while (_next <= index)
            {
                TimeSpan left = timeout - Stopwatch.GetElapsedTime(start);
                if (left <= TimeSpan.Zero || !Monitor.Wait(_gate, left < LongestWait ? left : LongestWait))
                {
                    throw new TimeoutException($"Request {index} did not arrive; {_next} did.");
                }
            }

            return _requests.FirstOrDefault(request => request.Index == index)
                ?? throw new InvalidOperationException(
                    $"Request {index} is no longer kept; the newest {Capacity} of {_next} are.");
        }
    }
}
