using System.Text.Json.Serialization;

namespace BedrockPS;

/// <summary>What the service measured of a call.</summary>
public sealed class ConverseMetrics
{
    /// <summary>From the request's arrival to the answer's end, in milliseconds.</summary>
    public long? LatencyMs { get; set; }

    /// <summary>Members that this version does not name.</summary>
    [JsonExtensionData]
    public IDictionary<string, object?>? Other { get; set; }
}
