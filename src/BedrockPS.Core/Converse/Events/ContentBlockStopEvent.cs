using System.Text.Json.Serialization;

namespace BedrockPS;

/// <summary>A block has ended.</summary>
public sealed class ContentBlockStopEvent : ConverseEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override string EventType => "contentBlockStop";

    /// <summary>The block's place in the message, from 0.</summary>
    public int ContentBlockIndex { get; set; }
}
