namespace BedrockPS.Usage;

/// <summary>The most that a call can cost, before it is made.</summary>
/// <param name="InputTokens">What goes in, by an estimate.</param>
/// <param name="OutputTokens">The longest answer; null where nothing says how long it may be.</param>
/// <param name="LeastCost">The cost of the input alone; null where its price is unknown.</param>
/// <param name="MostCost">The cost with the longest answer; null where price or length are unknown.</param>
/// <param name="Reason">Why the cost is unknown.</param>
public sealed record WorstCase(
    long InputTokens, long? OutputTokens, decimal? LeastCost, decimal? MostCost, string? Reason)
{
    /// <summary>The currency of the costs.</summary>
    public string Currency { get; init; } = "USD";

    /// <summary>What a call may cost, and how it was reckoned.</summary>
    public static WorstCase Of(PriceBook book, MeteredRequest request, string? region, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(request);
        RequestSize size = RequestSize.Of(request);
        long? output = size.MaxTokens ?? book.MaxOutputTokensOf(request.ModelId);
        string? tier = PriceChoice.TierOf(request.Tier);
        PriceMatch match = book.Find(new PriceQuery(request.ModelId, region, tier, size.InputTokens, day));
        return match.Row is { } row
            ? Price(match, row, size, row.Output is null ? 0 : output)
            : new WorstCase(size.InputTokens, output, null, null, match.Reason);
    }

    private static WorstCase Price(PriceMatch match, PriceRow row, RequestSize size, long? output)
    {
        decimal? rate = size.Caches && row.CacheWrite is { Count: > 0 } writes
            ? Math.Max(row.Input ?? 0, writes.Values.Max())
            : row.Input;
        decimal? input = row.Image is { } image ? image * size.Images
            : rate is { } known ? Cost.Of(size.InputTokens, known)
            : null;
        decimal? most = output is { } tokens ? input + Cost.Of(tokens, row.Output ?? 0) : null;
        string? reason = most is not null ? null
            : $"nothing says how long an answer of '{match.Model!.Model}' may be: give -MaxTokens.";
        return new WorstCase(size.InputTokens, output, input, most, reason) { Currency = match.Currency };
    }
}
