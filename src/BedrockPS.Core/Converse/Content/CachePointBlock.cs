using System.Text.Json.Serialization;

namespace BedrockPS;

/// <summary>Marks the end of what the service is to keep for the next call with the same beginning.</summary>
public sealed class CachePointBlock : ContentBlock
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override string Kind => ContentBlockKind.CachePoint;

    /// <summary>The kind of cache: <c>default</c> today.</summary>
    public string Type { get; set; } = "default";

    /// <summary>How long it is kept: <c>5m</c> or <c>1h</c>; five minutes when absent.</summary>
    public string? Ttl { get; set; }

    /// <summary>Members that this version does not name.</summary>
    [JsonExtensionData]
    public IDictionary<string, object?>? Other { get; set; }
}
