namespace BedrockPS;

/// <summary>What one call of a model used: everything but its content.</summary>
public sealed class UsageEntry
{
    /// <summary>When the call was over.</summary>
    public DateTimeOffset Time { get; set; }

    /// <summary>The operation, such as Converse.</summary>
    public string? Operation { get; set; }

    /// <summary>The model as the call named it: an id, a profile, an ARN.</summary>
    public string? ModelId { get; set; }

    /// <summary>The foundation model, as far as the name tells it.</summary>
    public string? Model { get; set; }

    /// <summary>The inference profile, where the call named one.</summary>
    public string? InferenceProfile { get; set; }

    /// <summary>The account, where it is known without asking.</summary>
    public string? AccountId { get; set; }

    /// <summary>The profile of the shared AWS configuration, where one was named.</summary>
    public string? ProfileName { get; set; }

    /// <summary>The region that was called.</summary>
    public string? Region { get; set; }

    /// <summary>The service tier; null for the default one.</summary>
    public string? Tier { get; set; }

    /// <summary>The conversation that the call belongs to, by its id.</summary>
    public string? ConversationId { get; set; }

    /// <summary>Tokens read, without those that came from or went to the cache; null where it is not known.</summary>
    public long? InputTokens { get; set; }

    /// <summary>Tokens written.</summary>
    public long? OutputTokens { get; set; }

    /// <summary>Tokens that came from the cache.</summary>
    public long? CacheReadTokens { get; set; }

    /// <summary>Tokens that went to the cache.</summary>
    public long? CacheWriteTokens { get; set; }

    /// <summary>What the call cost; null where it is unknown, and then <see cref="UnknownReason"/> says why.</summary>
    public decimal? Cost { get; set; }

    /// <summary>The least that the call cost, where the whole is unknown.</summary>
    public decimal? KnownCost { get; set; }

    /// <summary>The currency, as an ISO code.</summary>
    public string? Currency { get; set; }

    /// <summary>Why the cost is unknown.</summary>
    public string? UnknownReason { get; set; }

    /// <summary>The service's own measure of the call, in milliseconds.</summary>
    public long? LatencyMs { get; set; }

    /// <summary>From the call's beginning to its end here, retries included, in milliseconds.</summary>
    public long? ElapsedMs { get; set; }

    /// <summary>How often the request was sent.</summary>
    public int Attempts { get; set; } = 1;

    /// <summary>Why the model stopped.</summary>
    public string? StopReason { get; set; }

    /// <summary>The code of the error, where the call failed.</summary>
    public string? ErrorCode { get; set; }

    /// <summary>The service's id of the request.</summary>
    public string? RequestId { get; set; }

    /// <summary>The tags of the request.</summary>
    public IDictionary<string, string>? Metadata { get; set; }

    /// <summary>The SHA-256 of the prompt, to tell equal ones; null where no log is kept.</summary>
    public string? PromptSha256 { get; set; }
}
