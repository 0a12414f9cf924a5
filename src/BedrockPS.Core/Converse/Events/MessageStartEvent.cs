using System.Text.Json.Serialization;

namespace BedrockPS;

/// <summary>An answer begins.</summary>
public sealed class MessageStartEvent : ConverseEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override string EventType => "messageStart";

    /// <summary>Who speaks: <c>assistant</c> as a rule.</summary>
    public string? Role { get; set; }
}
