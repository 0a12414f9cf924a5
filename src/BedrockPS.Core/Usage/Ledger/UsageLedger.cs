namespace BedrockPS.Usage;

/// <summary>What the calls of a session used, in their order.</summary>
public sealed class UsageLedger
{
    private readonly List<UsageEntry> _entries = [];

    /// <summary>The calls so far.</summary>
    public IReadOnlyList<UsageEntry> Entries
    {
        get
        {
            lock (_entries)
            {
                return [.. _entries];
            }
        }
    }

    /// <summary>Adds a call.</summary>
    public void Add(UsageEntry entry)
    {
        lock (_entries)
        {
            _entries.Add(entry);
        }
    }

    /// <summary>Forgets all calls.</summary>
    public void Clear()
    {
        lock (_entries)
        {
            _entries.Clear();
        }
    }
}
