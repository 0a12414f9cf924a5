namespace BedrockPS;

/// <summary>A price of a model: of a million tokens, in one place, at one tier.</summary>
public sealed class ModelPrice
{
    /// <summary>The model: an id without a geography, or an ARN that a table gives a price of its own.</summary>
    public string ModelId { get; set; } = string.Empty;

    /// <summary>
    /// The prefix of the profiles that the price holds for, such as global; null for all that have none of their own.
    /// </summary>
    public string? Geography { get; set; }

    /// <summary>The regions that the price holds for; null for all that have none of their own.</summary>
    public ReadableList<string>? Regions { get; set; }

    /// <summary>The service tier: default, priority, flex, batch.</summary>
    public string Tier { get; set; } = "default";

    /// <summary>A million tokens of input.</summary>
    public decimal? Input { get; set; }

    /// <summary>A million tokens of output.</summary>
    public decimal? Output { get; set; }

    /// <summary>A million tokens that come from the cache.</summary>
    public decimal? CacheRead { get; set; }

    /// <summary>A million tokens that go to the cache, where they stay for five minutes.</summary>
    public decimal? CacheWrite5m { get; set; }

    /// <summary>A million tokens that go to the cache, where they stay for an hour.</summary>
    public decimal? CacheWrite1h { get; set; }

    /// <summary>A million tokens that go to the cache, by time to live, others included.</summary>
    public IDictionary<string, decimal>? CacheWrite { get; set; }

    /// <summary>One image.</summary>
    public decimal? Image { get; set; }

    /// <summary>The currency, as an ISO code.</summary>
    public string Currency { get; set; } = "USD";

    /// <summary>The length of input, cached input included, above which the price holds; null for any length.</summary>
    public long? AboveInputTokens { get; set; }

    /// <summary>The first day on which the price holds; null where it is not known.</summary>
    public DateTime? From { get; set; }

    /// <summary>The first day on which the price no longer holds; null where it is not known.</summary>
    public DateTime? Until { get; set; }

    /// <summary>The context window, in tokens; null where it is not known.</summary>
    public long? ContextTokens { get; set; }

    /// <summary>The longest answer, in tokens; null where it is not known.</summary>
    public long? MaxOutputTokens { get; set; }

    /// <summary>Where the price comes from.</summary>
    public string? Source { get; set; }

    /// <summary>Where the limits come from.</summary>
    public string? LimitSource { get; set; }

    /// <summary>What other sources say, where they disagree; null where they do not.</summary>
    public string? Disputed { get; set; }

    /// <summary>The table that has the price: the module's, or a file that was imported.</summary>
    public string? Table { get; set; }

    /// <summary>The day of the table.</summary>
    public DateTime? TableDate { get; set; }

    /// <summary>The model, and what a million tokens cost.</summary>
    public override string ToString() => $"{ModelId}: {Input} {Currency} in, {Output} {Currency} out";
}
