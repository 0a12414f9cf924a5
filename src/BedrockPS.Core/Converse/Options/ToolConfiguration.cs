using System.Text.Json.Serialization;

namespace BedrockPS;

/// <summary>The tools that a model may ask for.</summary>
public sealed class ToolConfiguration
{
    /// <summary>
    /// The tools in the service's shape: <c>@{ toolSpec }</c>, <c>@{ systemTool }</c>, <c>@{ cachePoint }</c>.
    /// </summary>
    public IList<object?> Tools { get; set; } = [];

    /// <summary>
    /// Whether the model must use a tool, in the service's shape: <c>@{ auto }</c>, <c>@{ any }</c> or <c>@{ tool
    /// }</c>.
    /// </summary>
    public object? ToolChoice { get; set; }

    /// <summary>Members that this version does not name.</summary>
    [JsonExtensionData]
    public IDictionary<string, object?>? Other { get; set; }
}
