using System.Text.Json.Serialization;

namespace BedrockPS;

/// <summary>The model has stopped.</summary>
public sealed class MessageStopEvent : ConverseEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override string EventType => "messageStop";

    /// <summary>Why the model stopped, in the service's words.</summary>
    public string? StopReason { get; set; }

    /// <summary>Fields of the model's own that were asked for by path.</summary>
    public object? AdditionalModelResponseFields { get; set; }
}
