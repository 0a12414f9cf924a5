namespace BedrockPS.Usage;

/// <summary>What a report shows, added up call by call.</summary>
internal sealed class ReportData
{
    // Beyond a year a day is too narrow to be seen.
    private const int MostDays = 366;

    private readonly UsageSummaries _total = new([]);
    private readonly UsageSummaries _models = new(["Model"]);
    private readonly UsageSummaries _days = new(["Day"]);
    private readonly UsageSummaries _cells = new(["Day", "Model"]);
    private readonly SortedDictionary<string, int> _errors = new(StringComparer.Ordinal);

    public void Add(UsageEntry entry)
    {
        _total.Add(entry);
        _models.Add(entry);
        _days.Add(entry);
        _cells.Add(entry);
        if (entry.ErrorCode is { } code)
        {
            _errors[code] = _errors.GetValueOrDefault(code) + 1;
        }
    }

    public UsageSummary? Total => _total.ToSummaries().FirstOrDefault();

    /// <summary>The models, the dearest first.</summary>
    public IReadOnlyList<UsageSummary> Models =>
        [.. _models.ToSummaries().OrderByDescending(model => model.KnownCost).ThenByDescending(model => model.Calls)];

    /// <summary>The errors, the most frequent first.</summary>
    public IReadOnlyList<(string Code, int Count)> Errors =>
        [.. _errors.Select(error => (error.Key, error.Value)).OrderByDescending(error => error.Value)];

    /// <summary>Every day from the first to the last, also those without a call.</summary>
    public IReadOnlyList<DateTime> Days
    {
        get
        {
            DateTime[] days = [.. _days.ToSummaries().Select(day => day.Day!.Value)];
            if (days.Length == 0)
            {
                return [];
            }

            int count = Math.Min((int)(days[^1] - days[0]).TotalDays + 1, MostDays);
            return [.. Enumerable.Range(0, count).Select(index => days[^1].AddDays(index - count + 1))];
        }
    }

    public ILookup<DateTime, UsageSummary> ByDay => _days.ToSummaries().ToLookup(day => day.Day!.Value);

    public ILookup<(DateTime Day, string Model), UsageSummary> ByDayAndModel =>
        _cells.ToSummaries().ToLookup(cell => (cell.Day!.Value, cell.ModelId ?? string.Empty));
}
