using System.Text.Json.Serialization;

namespace BedrockPS;

/// <summary>The tier that serves a call, and sets its price.</summary>
public sealed class ServiceTier
{
    /// <summary><c>default</c>, <c>priority</c>, <c>flex</c> or <c>reserved</c>.</summary>
    public string? Type { get; set; }

    /// <summary>Members that this version does not name.</summary>
    [JsonExtensionData]
    public IDictionary<string, object?>? Other { get; set; }

    /// <summary>The tier.</summary>
    public override string ToString() => Type ?? string.Empty;
}
