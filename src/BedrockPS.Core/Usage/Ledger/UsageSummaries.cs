using BedrockPS.Http;

namespace BedrockPS.Usage;

/// <summary>Adds calls up in groups; it holds the groups and not the calls.</summary>
public sealed class UsageSummaries
{
    private readonly UsageGroup[] _groups;
    private readonly bool _isByTag;
    private readonly Dictionary<string, UsageTally> _tallies = new(StringComparer.Ordinal);

    /// <summary>Groups calls.</summary>
    /// <param name="groupBy">What by: some of <see cref="Names"/>.</param>
    /// <exception cref="BedrockException"><c>InvalidRequest</c>: calls cannot be grouped by one of them.</exception>
    public UsageSummaries(IEnumerable<string> groupBy)
    {
        _groups = [.. groupBy.Select(Find)];
        _isByTag = _groups.Contains(UsageGroup.Tag);
    }

    /// <summary>What calls can be grouped by.</summary>
    public static IEnumerable<string> Names => UsageGroup.All.Select(group => group.Name);

    /// <summary>Adds a call; one with several tags counts under each of them.</summary>
    public void Add(UsageEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (!_isByTag)
        {
            Add(entry, tag: null);
            return;
        }

        foreach (KeyValuePair<string, string> tag in entry.Metadata ?? new Dictionary<string, string>())
        {
            Add(entry, $"{tag.Key}={tag.Value}");
        }

        if (entry.Metadata is not { Count: > 0 })
        {
            Add(entry, tag: null);
        }
    }

    /// <summary>The groups, in the order of what they are grouped by.</summary>
    public IEnumerable<UsageSummary> ToSummaries() => _tallies
        .OrderBy(tally => tally.Key, StringComparer.Ordinal)
        .Select(tally => Name(tally.Value.ToSummary(), tally.Value.Keys));

    private void Add(UsageEntry entry, string? tag)
    {
        string?[] keys = new string?[_groups.Length];
        for (int i = 0; i < keys.Length; i++)
        {
            keys[i] = _groups[i] == UsageGroup.Tag ? tag : _groups[i].Key(entry);
        }

        string name = keys is [var key] ? key ?? string.Empty : string.Join('\0', keys);
        if (!_tallies.TryGetValue(name, out UsageTally? tally))
        {
            _tallies[name] = tally = new UsageTally(keys);
        }

        tally.Add(entry);
    }

    private UsageSummary Name(UsageSummary summary, string?[] keys)
    {
        for (int i = 0; i < keys.Length; i++)
        {
            _groups[i].Write(summary, keys[i]);
        }

        return summary;
    }

    private static UsageGroup Find(string name) =>
        UsageGroup.All.FirstOrDefault(group => group.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? throw new BedrockException(
            ClientErrorCode.InvalidRequest,
            $"Calls cannot be grouped by '{name}'. There are: {string.Join(", ", Names)}.");
}
