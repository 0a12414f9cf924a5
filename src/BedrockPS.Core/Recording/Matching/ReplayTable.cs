namespace BedrockPS.Recording;

/// <summary>The exchanges of a recording, each of which answers one request; several may ask at once.</summary>
public sealed class ReplayTable
{
    private readonly object _gate = new();
    private readonly Dictionary<string, List<Entry>> _entries = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<RecordedExchange> _exchanges;
    private readonly IReadOnlyList<MemberRule> _ignored;
    private readonly string _file;
    private readonly Func<RecordedRequest, RecordedRequest> _prepare;

    /// <summary>Makes the table.</summary>
    /// <param name="file">The recording, as messages name it.</param>
    /// <param name="exchanges">What it holds.</param>
    /// <param name="ignored">What requests may differ in.</param>
    /// <param name="redact">Redacts a request as those that will be asked for are.</param>
    /// <param name="prepare">What else is done to a request that is asked for; null where it comes redacted.</param>
    internal ReplayTable(
        string file,
        IReadOnlyList<RecordedExchange> exchanges,
        IReadOnlyList<MemberRule> ignored,
        Func<RecordedRequest, RecordedRequest> redact,
        Func<RecordedRequest, RecordedRequest>? prepare = null)
    {
        _file = file;
        _prepare = prepare ?? (request => request);
        _exchanges = exchanges;
        _ignored = ignored;
        foreach (RecordedExchange exchange in exchanges)
        {
            // Under what is sent today, and under what was: a rule may have come since, or may change its own work.
            Entry entry = new(exchange);
            Add(RequestKey.Of(exchange.Request, ignored), entry);
            Add(RequestKey.Of(redact(exchange.Request), ignored), entry);
        }
    }

    /// <summary>Reads a recording.</summary>
    /// <param name="path">The file's full path.</param>
    /// <param name="ignoreMembers">Members of a request's body that may differ, by name or by path.</param>
    /// <exception cref="BedrockException">The file, or an ignored member, is none.</exception>
    public static ReplayTable Read(string path, IReadOnlyList<string> ignoreMembers)
    {
        ArgumentNullException.ThrowIfNull(ignoreMembers);
        MemberRule[] ignored = [.. ignoreMembers.Select(MemberRule.Parse)];
        Redactor redactor = new([]);
        return new ReplayTable(path, RecordingFile.Read(path), ignored, redactor.Redact, redactor.Redact);
    }

    /// <summary>How many exchanges have not been replayed.</summary>
    public int Unused
    {
        get
        {
            lock (_gate)
            {
                return _entries.Values.SelectMany(list => list).Distinct().Count(entry => !entry.IsUsed);
            }
        }
    }

    /// <summary>The next answer to the request; null where there is none.</summary>
    /// <param name="request">The request.</param>
    public RecordedAnswer? Take(RecordedRequest request)
    {
        string key = RequestKey.Of(_prepare(request), _ignored);
        lock (_gate)
        {
            if (Find(key).Find(entry => !entry.IsUsed) is not { } next)
            {
                return null;
            }

            next.IsUsed = true;
            return next.Exchange.Answer;
        }
    }

    /// <summary>Why there is no answer to the request: it was never made, or is used up.</summary>
    /// <param name="request">The request.</param>
    public BedrockException Explain(RecordedRequest request)
    {
        RecordedRequest sent = _prepare(request);
        lock (_gate)
        {
            return Find(RequestKey.Of(sent, _ignored)) is { Count: > 0 } used
                ? MissReport.UsedUp(_file, sent, used.Count)
                : MissReport.NotThere(_file, sent, _exchanges, _ignored);
        }
    }

    private List<Entry> Find(string key) => _entries.GetValueOrDefault(key) ?? [];

    private void Add(string key, Entry entry)
    {
        List<Entry> list = _entries.TryGetValue(key, out List<Entry>? known) ? known : _entries[key] = [];
        if (!list.Contains(entry))
        {
            list.Add(entry);
        }
    }

    private sealed class Entry(RecordedExchange exchange)
    {
        public RecordedExchange Exchange => exchange;

        public bool IsUsed { get; set; }
    }
}
