using System.Globalization;

namespace BedrockPS;

/// <summary>One part of a cost.</summary>
public sealed class CostPart
{
    /// <summary>What was paid for: input, output, cacheRead, cacheWrite5m, cacheWrite1h, image.</summary>
    public string Kind { get; set; } = string.Empty;

    /// <summary>How many tokens, or images.</summary>
    public long Units { get; set; }

    /// <summary>The price of a million tokens, or of one image; null where it is unknown or not one price.</summary>
    public decimal? Price { get; set; }

    /// <summary>What the part costs; null where its price is unknown.</summary>
    public decimal? Amount { get; set; }

    /// <summary>What was paid for, how much of it, and what it cost.</summary>
    public override string ToString()
    {
        string amount = Amount?.ToString("0.##########", CultureInfo.InvariantCulture) ?? "unknown";
        return $"{Units} {Kind}: {amount}";
    }

    internal static ReadableList<CostPart> Sum(IEnumerable<CostPart> left, IEnumerable<CostPart> right) =>
        new([.. left.Concat(right).GroupBy(part => part.Kind).Select(Merge)]);

    private static CostPart Merge(IGrouping<string, CostPart> parts) => new()
    {
        Kind = parts.Key,
        Units = parts.Sum(part => part.Units),
        Price = parts.Select(part => part.Price).Distinct().Count() == 1 ? parts.First().Price : null,
        Amount = parts.Any(part => part.Amount is null) ? null : parts.Sum(part => part.Amount),
    };
}
