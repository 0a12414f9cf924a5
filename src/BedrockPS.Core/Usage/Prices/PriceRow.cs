using System.Text.Json.Serialization;

namespace BedrockPS.Usage;

/// <summary>One price: of a million tokens each, and where, when and for what it holds.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed class PriceRow
{
    /// <summary>The prefix of the profiles that it holds for; null for all without a price of their own.</summary>
    public string? Geography { get; set; }

    /// <summary>The regions that are called; null for all without a price of their own.</summary>
    public string[]? Regions { get; set; }

    /// <summary>priority, flex, batch …; null for the default tier.</summary>
    public string? Tier { get; set; }

    public DateOnly? From { get; set; }

    /// <summary>The first day on which it no longer holds.</summary>
    public DateOnly? Until { get; set; }

    /// <summary>It holds for calls with more input than this, cached input included.</summary>
    public long? AboveInputTokens { get; set; }

    public decimal? Input { get; set; }

    public decimal? Output { get; set; }

    public decimal? CacheRead { get; set; }

    /// <summary>By time to live: 5m, 1h.</summary>
    public Dictionary<string, decimal>? CacheWrite { get; set; }

    /// <summary>One image.</summary>
    public decimal? Image { get; set; }

    public string? Source { get; set; }

    /// <summary>What other sources say, where they disagree.</summary>
    public string? Disputed { get; set; }

    public IEnumerable<decimal> Rates() => new[] { Input, Output, CacheRead, Image }.OfType<decimal>()
        .Concat(CacheWrite?.Values ?? Enumerable.Empty<decimal>());
}
