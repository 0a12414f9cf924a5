using System.Text.Json.Serialization;

namespace BedrockPS;

/// <summary>What the call used; the last event of a complete stream.</summary>
public sealed class MetadataEvent : ConverseEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override string EventType => "metadata";

    /// <summary>What the call used, in tokens.</summary>
    public TokenUsage? Usage { get; set; }

    /// <summary>What the service measured.</summary>
    public ConverseMetrics? Metrics { get; set; }

    /// <summary>What guardrails and routers did, in the service's shape.</summary>
    public object? Trace { get; set; }
}
