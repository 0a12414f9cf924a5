using System.Collections.Concurrent;

namespace BedrockPS.Cmdlets;

/// <summary>Lines that other threads leave for the pipeline thread, which alone may write.</summary>
internal sealed class Notes
{
    private readonly ConcurrentQueue<string> _lines = new();
    private TaskCompletionSource _available = NewSignal();

    /// <summary>Completes when a line is there.</summary>
    public Task Available => Volatile.Read(ref _available).Task;

    public void Add(string line)
    {
        _lines.Enqueue(line);
        Volatile.Read(ref _available).TrySetResult();
    }

    public IEnumerable<string> Take()
    {
        // A line may have come while an earlier one was being written, and have been taken with it: the signal that it
        // gave must go all the same, or every later wait would return at once.
        if (_lines.IsEmpty && !Available.IsCompleted)
        {
            yield break;
        }

        Volatile.Write(ref _available, NewSignal());
        while (_lines.TryDequeue(out string? line))
        {
            yield return line;
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
