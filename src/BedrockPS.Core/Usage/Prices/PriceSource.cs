namespace BedrockPS.Usage;

/// <summary>Where prices of a table come from.</summary>
internal sealed class PriceSource
{
    public string? Date { get; set; }

    public string? License { get; set; }

    public string? Url { get; set; }
}
