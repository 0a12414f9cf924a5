using BedrockPS.Http;

namespace BedrockPS.Recording;

/// <summary>Records the calls of a session, or answers them from a file; it may be used by several at once.</summary>
public sealed class Recorder : IDisposable
{
    /// <summary>Stands for the service while nobody knows where it is, nor has to.</summary>
    public static readonly Uri Placeholder = new("https://recording.invalid");

    private readonly RecorderOptions _options;
    private readonly Redactor _redactor;
    private readonly ReplayTable? _table;
    private readonly RecordingTarget _target;
    private readonly ExchangeQueue _queue = new();
    private BedrockException? _failure;
    private int _replayed;
    private volatile bool _hasFailed;

    private Recorder(RecorderOptions options, Redactor redactor, ReplayTable? table, RecordingTarget target)
    {
        _options = options;
        _redactor = redactor;
        _table = table;
        _target = target;
    }

    /// <summary>The file's full path.</summary>
    public string Path => _options.Path;

    /// <summary>What becomes of calls.</summary>
    public RecordingMode Mode => _options.Mode;

    /// <summary>How many calls were written to the file.</summary>
    public int Recorded => _target.Count;

    /// <summary>How many calls were answered from the file.</summary>
    public int Replayed => Volatile.Read(ref _replayed);

    /// <summary>How many calls of the file were not asked for.</summary>
    public int Unused => _table?.Unused ?? 0;

    /// <summary>
    /// Where the calls are that were not to replace an earlier file; null where nothing was left aside.
    /// </summary>
    public string? LeftAside { get; private set; }

    internal bool IsRealtime => _options.IsRealtime;

    /// <summary>Reads the file that is to be replayed, or makes the one that is to be written.</summary>
    /// <param name="options">What to record or to replay, and how.</param>
    /// <exception cref="BedrockException">
    /// <c>RecordingNotFound</c>, <c>RecordingInvalid</c> or <c>RecordingFailed</c>: what is wrong with the file.
    /// <c>InvalidRequest</c>: an ignored member is none, or a file that is no recording would be replaced.
    /// </exception>
    public static Recorder Start(RecorderOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        MemberRule[] ignored = [.. options.IgnoreMembers.Select(MemberRule.Parse)];
        Redactor redactor = new(options.RedactionRules);
        RecordingTarget target = RecordingTarget.Open(options.Path, options.Mode);
        bool isNew = options.Mode == RecordingMode.Auto && !File.Exists(options.Path);
        ReplayTable? table = options.Mode == RecordingMode.Record
            ? null
            : new ReplayTable(options.Path, isNew ? [] : RecordingFile.Read(options.Path), ignored, redactor.Redact);
        return new Recorder(options, redactor, table, target);
    }

    /// <summary>Makes a connection whose calls are recorded or replayed.</summary>
    /// <param name="live">Makes the connection to the service; called only where a call is to be made.</param>
    /// <param name="options">Limits of time and tries.</param>
    /// <param name="host">Where the calls are made from.</param>
    public BedrockConnection Connect(Func<BedrockConnection> live, CallOptions options, IRecordingHost host)
    {
        ArgumentNullException.ThrowIfNull(live);
        LiveConnection connection = new(live, host);
        if (Mode == RecordingMode.Record)
        {
            connection.Open();
        }

        return new BedrockConnection(Placeholder, new RecordingHandler(this, connection, options.Clock, host), options);
    }

    /// <summary>Writes what is complete, in the order in which it was asked.</summary>
    /// <exception cref="BedrockException"><c>RecordingFailed</c>: a call could not be redacted or written.</exception>
    public void Flush()
    {
        TryFlush();
        if (Interlocked.Exchange(ref _failure, null) is { } failure)
        {
            throw failure;
        }
    }

    /// <summary>Ends the recording and releases the file.</summary>
    /// <param name="isSuccess">Whether a file that was there before is to be replaced.</param>
    /// <exception cref="BedrockException"><c>RecordingFailed</c>: a call could not be redacted or written.</exception>
    public void Stop(bool isSuccess)
    {
        bool isWhole = false;
        try
        {
            _queue.End();
            Flush();
            isWhole = !_hasFailed;
        }
        finally
        {
            LeftAside = _target.Close(isSuccess && isWhole);
        }
    }

    /// <summary>Ends the recording where nobody is left to be told of a failure.</summary>
    public void Dispose()
    {
        _queue.End();
        if (!_options.RulesNeedHost)
        {
            TryFlush();
        }

        try
        {
            _target.Close(isSuccess: !_hasFailed);
        }
        catch (BedrockException)
        {
            // The calls stay where they were written, beside the file that they could not replace.
        }
    }

    /// <summary>The answer of the recording; null where the call is to be made.</summary>
    internal async Task<RecordedAnswer?> FindAsync(
        RecordedRequest request, IRecordingHost host, CancellationToken token)
    {
        if (_table is null)
        {
            return null;
        }

        RecordedRequest plain = request;
        void Redact() => plain = _redactor.Redact(request);
        await RunAsync(Redact, host, token).ConfigureAwait(false);
        if (_table.Take(plain) is { } answer)
        {
            Interlocked.Increment(ref _replayed);
            return answer;
        }

        return Mode == RecordingMode.Auto ? null : throw _table.Explain(plain);
    }

    /// <summary>A place in the file's order for a call that is now made.</summary>
    /// <exception cref="BedrockException"><c>RecordingFailed</c>: the file cannot be written to.</exception>
    internal ExchangeQueue.Slot Begin(RecordedRequest request)
    {
        _target.Prepare();
        return _queue.Begin(request);
    }

    /// <summary>Takes the outcome of a call; null where there is nothing to record of it.</summary>
    internal void Settle(ExchangeQueue.Slot slot, RecordedAnswer? answer)
    {
        _queue.Settle(slot, answer);
        if (!_options.RulesNeedHost)
        {
            TryFlush();
        }
    }

    private Task RunAsync(Action action, IRecordingHost host, CancellationToken token)
    {
        if (_options.RulesNeedHost)
        {
            return host.RunAsync(action, token);
        }

        action();
        return Task.CompletedTask;
    }

    private void TryFlush()
    {
        if (_queue.Drain(Write) is { } failure)
        {
            _hasFailed = true;
            Interlocked.CompareExchange(ref _failure, failure, null);
        }
    }

    private void Write(RecordedExchange exchange) => _target.Write(
        new RecordedExchange(_redactor.Redact(exchange.Request), _redactor.Redact(exchange.Answer)));
}
