namespace BedrockPS;

/// <summary>Plain text.</summary>
public sealed class TextBlock : ContentBlock
{
    /// <inheritdoc/>
    public override string Kind => ContentBlockKind.Text;

    /// <summary>The text.</summary>
    public string Text { get; set; } = string.Empty;

    /// <summary>The text.</summary>
    public override string ToString() => Text;
}
