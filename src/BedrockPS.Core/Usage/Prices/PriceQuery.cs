namespace BedrockPS.Usage;

/// <summary>What a price is asked for.</summary>
/// <param name="ModelId">The model as the call named it: an id, a profile, an ARN.</param>
/// <param name="Region">The region that is called; null where it is not known.</param>
/// <param name="Tier">The service tier; null for the default one.</param>
/// <param name="InputTokens">All input of the call, cached input included.</param>
/// <param name="Date">The day of the call.</param>
internal sealed record PriceQuery(string ModelId, string? Region, string? Tier, long InputTokens, DateOnly Date);
