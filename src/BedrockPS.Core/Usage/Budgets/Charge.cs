namespace BedrockPS.Usage;

/// <summary>What a call takes of a budget.</summary>
/// <param name="Cost">In the currency of the price table.</param>
/// <param name="Tokens">Read and written together.</param>
internal readonly record struct Charge(decimal Cost, long Tokens)
{
    public static Charge operator +(Charge left, Charge right) =>
        new(left.Cost + right.Cost, left.Tokens + right.Tokens);

    public static Charge operator -(Charge left, Charge right) =>
        new(left.Cost - right.Cost, left.Tokens - right.Tokens);

    /// <summary>What a call that is over took; what of it is unknown counts at its worst.</summary>
    public static Charge Of(UsageEntry entry, Charge worst)
    {
        bool isUsageKnown = entry.InputTokens is not null || entry.Cost is not null;
        long tokens = (entry.InputTokens ?? 0) + (entry.OutputTokens ?? 0)
            + (entry.CacheReadTokens ?? 0) + (entry.CacheWriteTokens ?? 0);
        decimal least = entry.KnownCost ?? 0;
        return new Charge(entry.Cost ?? Math.Max(least, worst.Cost), isUsageKnown ? tokens : worst.Tokens);
    }
}
