using System.Text.Json.Serialization;

namespace BedrockPS;

/// <summary>A block other than text begins.</summary>
public sealed class ContentBlockStartEvent : ConverseEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override string EventType => "contentBlockStart";

    /// <summary>The block's place in the message, from 0.</summary>
    public int ContentBlockIndex { get; set; }

    /// <summary>
    /// What is known from the start, in the service's shape: <c>@{ toolUse = @{ toolUseId; name } }</c>.
    /// </summary>
    public object? Start { get; set; }
}
