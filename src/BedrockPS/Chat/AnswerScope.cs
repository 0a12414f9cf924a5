namespace BedrockPS.Chat;

/// <summary>The time of one answer, in which Ctrl+C stops it and nothing else.</summary>
internal sealed class AnswerScope : IDisposable
{
    private readonly CancellationTokenSource _stop;
    private readonly ConsoleTerminal? _terminal;
    private IDisposable? _watch;

    /// <summary>Begins.</summary>
    /// <param name="terminal">Where Ctrl+C is a key; null where it stops the pipeline.</param>
    /// <param name="outer">Stops the answer too.</param>
    public AnswerScope(ConsoleTerminal? terminal, CancellationToken outer)
    {
        _terminal = terminal;
        _stop = CancellationTokenSource.CreateLinkedTokenSource(outer);
        Watch();
    }

    public CancellationToken Token => _stop.Token;

    public void Cancel() => _stop.Cancel();

    /// <summary>Leaves the keys to somebody else until what is returned is disposed.</summary>
    public IDisposable Pause()
    {
        Unwatch();
        return new Pausing(this);
    }

    public void Dispose()
    {
        Unwatch();
        _stop.Dispose();
    }

    private void Watch() => _watch = _terminal?.Watch(Cancel);

    private void Unwatch()
    {
        _watch?.Dispose();
        _watch = null;
    }

    private sealed class Pausing(AnswerScope scope) : IDisposable
    {
        public void Dispose() => scope.Watch();
    }
}
