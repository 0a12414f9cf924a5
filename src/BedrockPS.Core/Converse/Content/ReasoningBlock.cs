namespace BedrockPS;

/// <summary>What the model thought before it answered; it must go back unchanged with the next turn.</summary>
public sealed class ReasoningBlock : ContentBlock
{
    /// <inheritdoc/>
    public override string Kind => ContentBlockKind.Reasoning;

    /// <summary>The thought; null where the provider redacted it.</summary>
    public string? Text { get; set; }

    /// <summary>The provider's proof that the thought is the model's own.</summary>
    public string? Signature { get; set; }

    /// <summary>The encrypted thought, where the provider redacted it.</summary>
    public byte[]? RedactedContent { get; set; }

    /// <summary>Members that this version does not name.</summary>
    public IDictionary<string, object?>? Other { get; set; }

    /// <summary>The thought.</summary>
    public override string ToString() => Text ?? string.Empty;
}
