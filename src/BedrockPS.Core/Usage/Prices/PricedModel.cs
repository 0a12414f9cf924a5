using System.Text.Json.Serialization;

namespace BedrockPS.Usage;

/// <summary>A model of a price table: its limits, and its prices by place, tier, date and length.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed class PricedModel
{
    /// <summary>The id of the foundation model, or an ARN that is to have a price of its own.</summary>
    public string? Model { get; set; }

    public long? ContextTokens { get; set; }

    public long? MaxOutputTokens { get; set; }

    public string? LimitSource { get; set; }

    /// <summary>The currency of a merged table's model; null for that of the table.</summary>
    public string? Currency { get; set; }

    /// <summary>The day of the table that the model came from; null for that of the table.</summary>
    public DateOnly? Date { get; set; }

    public List<PriceRow>? Prices { get; set; }
}
