using System.Collections.Concurrent;

namespace BedrockPS.Cmdlets;

/// <summary>What other threads leave for the pipeline thread, which alone may write and ask.</summary>
internal sealed class PipelineWork
{
    private readonly ConcurrentQueue<Action> _actions = new();
    private TaskCompletionSource _available = NewSignal();

    /// <summary>Completes when something is there.</summary>
    public Task Available => Volatile.Read(ref _available).Task;

    public void Add(Action action)
    {
        _actions.Enqueue(action);
        Volatile.Read(ref _available).TrySetResult();
    }

    /// <summary>Does what is there, in order.</summary>
    public void Run()
    {
        // Something may have come while an earlier action ran, and have been done with it: the signal that it gave must
        // go all the same, or every later wait would return at once.
        if (_actions.IsEmpty && !Available.IsCompleted)
        {
            return;
        }

        Volatile.Write(ref _available, NewSignal());
        while (_actions.TryDequeue(out Action? action))
        {
            action();
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
