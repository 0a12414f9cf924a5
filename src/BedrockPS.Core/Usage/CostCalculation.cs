namespace BedrockPS.Usage;

/// <summary>Prices a call: each kind of token at its own rate, in decimals, and nothing that is not known.</summary>
internal static class CostCalculation
{
    public static Cost Of(
        PriceBook book, string modelId, string? region, string? tier, CallOutcome outcome, DateOnly day)
    {
        if (outcome.Usage is null && outcome.Images == 0)
        {
            return Cost.Unknown("The service did not say what the call used.");
        }

        TokenUsage usage = outcome.Usage ?? new TokenUsage();
        long input = usage.InputTokens + (usage.CacheReadInputTokens ?? 0) + (usage.CacheWriteInputTokens ?? 0);
        string? served = PriceChoice.TierOf(outcome.Tier ?? tier);
        PriceMatch match = book.Find(new PriceQuery(outcome.RoutedModelId ?? modelId, region, served, input, day));
        return match.Row is null
            ? Cost.Unknown(match.Reason!)
            : Sum(match, Parts(match.Row, usage, outcome), outcome, served);
    }

    private static Cost Sum(PriceMatch match, List<CostPart> parts, CallOutcome outcome, string? tier)
    {
        string? reason = FindReason(match, parts, outcome);
        decimal known = parts.Sum(part => part.Amount ?? 0);
        return new Cost
        {
            Amount = reason is null ? known : null,
            KnownAmount = known,
            Currency = match.Currency,
            Parts = new ReadableList<CostPart>(parts),
            Reason = reason,
            Tier = tier,
            Source = match.Row!.Source ?? match.Layer!.Name,
            TableDate = match.TableDate?.ToDateTime(TimeOnly.MinValue),
            UnknownCalls = reason is null ? 0 : 1,
        };
    }

    private static string? FindReason(PriceMatch match, List<CostPart> parts, CallOutcome outcome)
    {
        if (parts.Find(part => part.Amount is null) is { } part)
        {
            return $"The price table of {match.TableDate:yyyy-MM-dd} has no price of '{match.Model!.Model}' for "
                + $"{part.Kind}. Import-BRPrice can give it one.";
        }

        if (outcome.Latency == "optimized")
        {
            return "The call was served with optimized latency, whose prices the table does not have.";
        }

        return outcome.UsedServerTools
            ? "The service ran tools of its own, whose prices the table does not have."
            : null;
    }

    private static List<CostPart> Parts(PriceRow row, TokenUsage usage, CallOutcome outcome)
    {
        List<CostPart> parts = [];
        AddTokens(parts, "input", usage.InputTokens, row.Input);
        AddTokens(parts, "output", usage.OutputTokens, row.Output);
        AddTokens(parts, "cacheRead", usage.CacheReadInputTokens ?? 0, row.CacheRead);
        foreach ((string ttl, long tokens) in CacheWrites(row, usage, outcome))
        {
            decimal? rate = row.CacheWrite?.TryGetValue(ttl, out decimal found) == true ? found : null;
            AddTokens(parts, "cacheWrite" + ttl, tokens, rate);
        }

        if (outcome.Images > 0)
        {
            parts.Add(new CostPart
            {
                Kind = "image",
                Units = outcome.Images,
                Price = row.Image,
                Amount = outcome.Images * row.Image,
            });
        }

        return parts;
    }

    // What the service does not tell apart is kept for as long as it is by default: five minutes, or the only time
    // that the model has.
    private static IEnumerable<KeyValuePair<string, long>> CacheWrites(
        PriceRow row, TokenUsage usage, CallOutcome outcome)
    {
        Dictionary<string, long> writes = new(outcome.CacheWrites);
        long rest = (usage.CacheWriteInputTokens ?? 0) - writes.Values.Sum();
        if (rest > 0)
        {
            string ttl = row.CacheWrite is { Count: 1 } only ? only.Keys.First() : "5m";
            writes[ttl] = writes.GetValueOrDefault(ttl) + rest;
        }

        return writes.OrderBy(write => write.Key, StringComparer.Ordinal);
    }

    private static void AddTokens(List<CostPart> parts, string kind, long tokens, decimal? rate)
    {
        if (tokens > 0)
        {
            decimal? amount = rate is { } known ? Cost.Of(tokens, known) : null;
            parts.Add(new CostPart { Kind = kind, Units = tokens, Price = rate, Amount = amount });
        }
    }
}
