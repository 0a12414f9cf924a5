using System.Management.Automation;
using BedrockPS.Conversion;
using BedrockPS.Diagnosis;
using BedrockPS.Errors;
using BedrockPS.Http;
using BedrockPS.Session;

namespace BedrockPS.Cmdlets;

/// <summary>What every cmdlet shares: the stop token, waiting, and errors.</summary>
/// <remarks>
/// The pipeline thread pulls; the core never pushes. So every Write* call is made on the thread the engine requires,
/// a slow consumer slows the producer, and leaving a loop early closes the response.
/// </remarks>
public abstract class BRCommandBase : PSCmdlet, IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly PipelineWork _work = new();

    /// <summary>Cancelled by Ctrl+C and by disposal; every call into the core takes it.</summary>
    protected virtual CancellationToken StopToken => _stop.Token;

    /// <summary>The input item that an error record points at.</summary>
    protected virtual object? ErrorTarget => null;

    private protected RunspaceSession Session { get; } = RunspaceSession.Current;

    private protected SessionDefaults Defaults => Session.Defaults;

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>
    /// Releases what the cmdlet holds; called on every end, also when a later command has had enough.
    /// </summary>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing && !_stop.IsCancellationRequested)
        {
            _stop.Cancel();
        }
    }

    /// <inheritdoc/>
    protected sealed override void StopProcessing() => _stop.Cancel();

    /// <inheritdoc/>
    protected sealed override void BeginProcessing() => Guard(Begin, isTerminating: true);

    /// <inheritdoc/>
    protected sealed override void ProcessRecord()
    {
        Guard(Process, isTerminating: false);
        Guard(Settle, isTerminating: false);
    }

    /// <inheritdoc/>
    protected sealed override void EndProcessing()
    {
        Guard(End, isTerminating: false);
        Guard(Settle, isTerminating: false);
    }

    /// <summary>Checks what holds for all input; a <see cref="BedrockException"/> ends the command.</summary>
    protected virtual void Begin()
    {
    }

    /// <summary>Handles one input; a <see cref="BedrockException"/> becomes a non-terminating error.</summary>
    protected virtual void Process()
    {
    }

    /// <summary>Handles what was collected; a <see cref="BedrockException"/> becomes a non-terminating error.</summary>
    protected virtual void End()
    {
    }

    /// <summary>Whether the caller gave the parameter, whatever its value.</summary>
    protected bool IsBound(string parameter) => MyInvocation.BoundParameters.ContainsKey(parameter);

    /// <summary>Takes a step that is the same for all input, so that its failure ends the command.</summary>
    private protected T Require<T>(Func<T> step)
    {
        try
        {
            return step();
        }
        catch (BedrockException failure)
        {
            ThrowTerminatingError(RecordOf(failure, ErrorTarget));
            throw;
        }
    }

    /// <summary>Keeps a line for -Verbose; it may be called on any thread.</summary>
    private protected void Note(string line) => Post(() => WriteVerbose(line));

    /// <summary>
    /// Has the pipeline thread do something while it waits for a call; it may be called on any thread.
    /// </summary>
    private protected void Post(Action action) => _work.Add(action);

    /// <summary>Makes room for the host to ask something; disposed when it has been answered.</summary>
    private protected virtual IDisposable? Asking() => null;

    /// <summary>Waits for a call, and leaves it at once when the pipeline is stopped.</summary>
    private protected T Wait<T>(Task<T> call)
    {
        try
        {
            while (!call.IsCompleted)
            {
                Task.WaitAny([call, _work.Available], StopToken);
                _work.Run();
            }

            _work.Run();
        }
        catch
        {
            _ = DisposeLateAsync(call);
            throw;
        }

        return call.GetAwaiter().GetResult();
    }

    /// <summary>The items one by one, each as soon as it is there.</summary>
    private protected IEnumerable<T> Pull<T>(IAsyncEnumerable<T> items)
    {
        IAsyncEnumerator<T> pulled = items.GetAsyncEnumerator(StopToken);
        try
        {
            while (Advance(pulled.MoveNextAsync()))
            {
                yield return pulled.Current;
            }
        }
        finally
        {
            pulled.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }
    }

    /// <summary>
    /// Writes a piece of text to the host, as Write-Host would: it can be silenced, redirected and captured.
    /// </summary>
    private protected void WriteToHost(string text, bool endsLine) => WriteInformation(
        new HostInformationMessage { Message = text, NoNewLine = !endsLine }, ["PSHOST"]);

    /// <summary>Writes a failure; one that every further call would share ends the command.</summary>
    private protected void WriteFailure(BedrockException failure, object? target)
    {
        ErrorRecord record = RecordOf(failure, target);
        if (failure is { ErrorCode: ClientErrorCode.RecordingMiss or ClientErrorCode.BudgetExceeded, StatusCode: null })
        {
            ThrowTerminatingError(record);
        }

        WriteError(record);
    }

    /// <summary>A path as this session means it: from its location, not from that of the process.</summary>
    private protected string? FullPath(string? path) =>
        string.IsNullOrWhiteSpace(path) ? null : new MediaPaths(SessionState.Path).ResolveNew(path);

    /// <summary>What to do about a failure, in a sentence or two.</summary>
    private protected virtual string Advise(BedrockException failure) => RecommendedActions.For(failure);

    private ErrorRecord RecordOf(BedrockException failure, object? target) =>
        ErrorRecordFactory.Create(failure, target, Advise(failure));

    // A step of a sequence ends by the stop token; until then it may not be left, for it cannot be disposed meanwhile.
    private bool Advance(ValueTask<bool> step)
    {
        if (step.IsCompleted)
        {
            return step.GetAwaiter().GetResult();
        }

        Task<bool> next = step.AsTask();
        try
        {
            while (!next.IsCompleted)
            {
                Task.WaitAny(next, _work.Available);
                _work.Run();
            }
        }
        catch
        {
            _stop.Cancel();
            ((IAsyncResult)next).AsyncWaitHandle.WaitOne();
            throw;
        }

        return next.GetAwaiter().GetResult();
    }

    // What other threads left for this one when the last wait was over, such as calls that are still to be recorded.
    private void Settle()
    {
        _work.Run();
        Session.Recording?.Flush();
    }

    // Left while it was under way, a call may still come to a stream in the same moment: nobody else would close it.
    private static async Task DisposeLateAsync<T>(Task<T> call)
    {
        await ((Task)call).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (call.IsCompletedSuccessfully && call.Result is IAsyncDisposable open)
        {
            await open.DisposeAsync().ConfigureAwait(false);
        }
    }

    private void Guard(Action step, bool isTerminating)
    {
        try
        {
            step();
        }
        catch (BedrockException failure) when (isTerminating)
        {
            ThrowTerminatingError(RecordOf(failure, ErrorTarget));
        }
        catch (BedrockException failure)
        {
            WriteFailure(failure, ErrorTarget);
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
    }
}
