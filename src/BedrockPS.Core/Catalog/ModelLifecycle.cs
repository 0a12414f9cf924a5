using System.Text.Json.Serialization;

namespace BedrockPS;

/// <summary>Where a model stands in its life.</summary>
public sealed class ModelLifecycle
{
    /// <summary><c>ACTIVE</c>, or <c>LEGACY</c> once its end has been announced.</summary>
    public string? Status { get; set; }

    /// <summary>Members that this version does not name, such as <c>endOfLifeTime</c>.</summary>
    [JsonExtensionData]
    public IDictionary<string, object?>? Other { get; set; }

    /// <summary>The status.</summary>
    public override string ToString() => Status ?? string.Empty;
}
