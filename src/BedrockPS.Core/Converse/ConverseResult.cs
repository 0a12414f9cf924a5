using System.Text.Json.Serialization;

namespace BedrockPS.Converse;

/// <summary>The answer of Converse as it stands on the wire.</summary>
internal sealed class ConverseResult
{
    public ConverseOutput? Output { get; set; }

    public string? StopReason { get; set; }

    public TokenUsage? Usage { get; set; }

    public ConverseMetrics? Metrics { get; set; }

    public object? AdditionalModelResponseFields { get; set; }

    public object? Trace { get; set; }

    [JsonExtensionData]
    public IDictionary<string, object?>? Other { get; set; }
}
