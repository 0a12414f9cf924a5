namespace BedrockPS.Usage;

/// <summary>The price of a call, or why there is none.</summary>
internal sealed record PriceMatch
{
    public PriceRow? Row { get; init; }

    public PricedModel? Model { get; init; }

    public PriceLayer? Layer { get; init; }

    public string? Reason { get; init; }

    public string Currency => Model?.Currency ?? Layer?.Table.Currency ?? "USD";

    public DateOnly? TableDate => Model?.Date ?? Layer?.Table.Date;
}
