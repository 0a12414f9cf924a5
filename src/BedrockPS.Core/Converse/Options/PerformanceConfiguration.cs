using System.Text.Json.Serialization;

namespace BedrockPS;

/// <summary>How fast the answer is to come.</summary>
public sealed class PerformanceConfiguration
{
    /// <summary><c>standard</c> or <c>optimized</c>.</summary>
    public string? Latency { get; set; }

    /// <summary>Members that this version does not name.</summary>
    [JsonExtensionData]
    public IDictionary<string, object?>? Other { get; set; }
}
