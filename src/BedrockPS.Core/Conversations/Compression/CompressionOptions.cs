namespace BedrockPS;

/// <summary>How a conversation is to be made shorter.</summary>
public sealed record CompressionOptions
{
    /// <summary>How many of the newest questions stay as they are, where nothing else is said.</summary>
    public const int UsualKeepLast = 2;

    /// <summary>How many of the newest questions stay as they are, with all that followed them.</summary>
    public int? KeepLast { get; init; }

    /// <summary>How many tokens the conversation may have afterwards, by estimate; the newest question stays.</summary>
    public long? MaxTokens { get; init; }

    /// <summary>Whether older turns are dropped without a summary, and without a call.</summary>
    public bool IsTrim { get; init; }

    /// <summary>The model that summarises; null for the conversation's own.</summary>
    public string? ModelId { get; init; }

    /// <summary>What the model is told about the summary; null for the usual words.</summary>
    public string? Prompt { get; init; }
}
