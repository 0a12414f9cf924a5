namespace BedrockPS;

/// <summary>What a group of calls used; of what the calls were grouped by, the properties are set.</summary>
public sealed class UsageSummary
{
    /// <summary>The day, by UTC.</summary>
    public DateTime? Day { get; set; }

    /// <summary>The model as the calls named it.</summary>
    public string? ModelId { get; set; }

    /// <summary>The conversation, by its id.</summary>
    public string? ConversationId { get; set; }

    /// <summary>A tag of the calls, as name=value.</summary>
    public string? Tag { get; set; }

    /// <summary>The region that was called.</summary>
    public string? Region { get; set; }

    /// <summary>The account.</summary>
    public string? AccountId { get; set; }

    /// <summary>The profile of the shared AWS configuration.</summary>
    public string? ProfileName { get; set; }

    /// <summary>The operation.</summary>
    public string? Operation { get; set; }

    /// <summary>How many calls there were.</summary>
    public int Calls { get; set; }

    /// <summary>How many of them failed.</summary>
    public int Failed { get; set; }

    /// <summary>Tokens read, without those that came from or went to the cache.</summary>
    public long InputTokens { get; set; }

    /// <summary>Tokens written.</summary>
    public long OutputTokens { get; set; }

    /// <summary>Tokens that came from the cache.</summary>
    public long CacheReadTokens { get; set; }

    /// <summary>Tokens that went to the cache.</summary>
    public long CacheWriteTokens { get; set; }

    /// <summary>What the calls cost; null where the cost of one is unknown.</summary>
    public decimal? Cost => UnknownCalls == 0 ? KnownCost : null;

    /// <summary>What is known of the cost: the least that the calls cost.</summary>
    public decimal KnownCost { get; set; }

    /// <summary>How many calls have a cost that is unknown in whole or in part.</summary>
    public int UnknownCalls { get; set; }

    /// <summary>The currency, as an ISO code.</summary>
    public string Currency { get; set; } = "USD";

    /// <summary>The median of the calls' latency, in milliseconds.</summary>
    public long? LatencyP50Ms { get; set; }

    /// <summary>The latency that 95 of 100 calls stay below, in milliseconds.</summary>
    public long? LatencyP95Ms { get; set; }

    /// <summary>The latency that 99 of 100 calls stay below, in milliseconds.</summary>
    public long? LatencyP99Ms { get; set; }

    /// <summary>When the first call was over.</summary>
    public DateTimeOffset First { get; set; }

    /// <summary>When the last call was over.</summary>
    public DateTimeOffset Last { get; set; }

    /// <summary>The cost, for people: what is unknown says so.</summary>
    public string CostText => UnknownCalls == 0
        ? BedrockPS.CostText.Of(KnownCost, Currency)
        : KnownCost > 0 ? $"{BedrockPS.CostText.Of(KnownCost, Currency)} + unknown" : "unknown";
}
