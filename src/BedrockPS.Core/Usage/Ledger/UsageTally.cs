namespace BedrockPS.Usage;

/// <summary>The sums of one group of calls.</summary>
internal sealed class UsageTally(string?[] keys)
{
    private readonly UsageSummary _sum = new();
    private readonly List<long> _latencies = [];

    public string?[] Keys => keys;

    public void Add(UsageEntry entry)
    {
        _sum.First = _sum.Calls == 0 || entry.Time < _sum.First ? entry.Time : _sum.First;
        _sum.Last = _sum.Calls == 0 || entry.Time > _sum.Last ? entry.Time : _sum.Last;
        _sum.Calls++;
        _sum.Failed += entry.ErrorCode is null ? 0 : 1;
        _sum.InputTokens += entry.InputTokens ?? 0;
        _sum.OutputTokens += entry.OutputTokens ?? 0;
        _sum.CacheReadTokens += entry.CacheReadTokens ?? 0;
        _sum.CacheWriteTokens += entry.CacheWriteTokens ?? 0;
        AddCost(entry);
        if (entry.LatencyMs is { } latency)
        {
            _latencies.Add(latency);
        }
    }

    public UsageSummary ToSummary()
    {
        _latencies.Sort();
        _sum.LatencyP50Ms = Percentile(50);
        _sum.LatencyP95Ms = Percentile(95);
        _sum.LatencyP99Ms = Percentile(99);
        return _sum;
    }

    // Two currencies cannot be added: what is not in the first call's counts as unknown.
    private void AddCost(UsageEntry entry)
    {
        _sum.Currency = _sum.Calls == 1 ? entry.Currency ?? _sum.Currency : _sum.Currency;
        bool isSame = entry.Currency is null || entry.Currency == _sum.Currency;
        _sum.KnownCost += isSame ? entry.Cost ?? entry.KnownCost ?? 0 : 0;
        _sum.UnknownCalls += entry.Cost is null || !isSame ? 1 : 0;
    }

    private long? Percentile(int percent) =>
        _latencies.Count == 0 ? null : _latencies[((_latencies.Count * percent) + 99) / 100 - 1];
}
