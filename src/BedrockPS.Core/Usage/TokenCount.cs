namespace BedrockPS;

/// <summary>How many tokens a request has, and how that is known.</summary>
public sealed class TokenCount
{
    /// <summary>The model that would be asked.</summary>
    public string ModelId { get; set; } = string.Empty;

    /// <summary>The tokens that would go in.</summary>
    public long InputTokens { get; set; }

    /// <summary>CountTokens, where the service counted; Estimate, where it was reckoned here.</summary>
    public string Method { get; set; } = string.Empty;

    /// <summary>Why it is an estimate; null where the service counted.</summary>
    public string? Reason { get; set; }

    /// <summary>What the input would cost; null where the price is unknown.</summary>
    public decimal? InputCost { get; set; }

    /// <summary>The currency, as an ISO code.</summary>
    public string Currency { get; set; } = "USD";

    /// <summary>The context window of the model; null where it is not known.</summary>
    public long? ContextTokens { get; set; }

    /// <summary>The number, and how it is known.</summary>
    public override string ToString() => $"{InputTokens} ({Method})";
}
