using System.Text.Json.Serialization;

namespace BedrockPS;

/// <summary>A piece of a block.</summary>
public sealed class ContentBlockDeltaEvent : ConverseEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override string EventType => "contentBlockDelta";

    /// <summary>The block's place in the message, from 0.</summary>
    public int ContentBlockIndex { get; set; }

    /// <summary>The piece.</summary>
    public ContentBlockDelta Delta { get; set; } = new();

    /// <summary>The piece of text; null where the piece is of another kind.</summary>
    [JsonIgnore]
    public string? Text => Delta.Text;

    /// <summary>The piece of reasoning; null where the piece is of another kind.</summary>
    [JsonIgnore]
    public string? Reasoning => Delta.ReasoningContent?.Text;
}
