using System.Text.Json.Serialization;

namespace BedrockPS;

/// <summary>What a tool answered.</summary>
public sealed class ToolResultBlock : ContentBlock
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override string Kind => ContentBlockKind.ToolResult;

    /// <summary>The id of the tool use that this answers.</summary>
    public string ToolUseId { get; set; } = string.Empty;

    /// <summary>
    /// The answer's parts in the service's shape: <c>@{ text = … }</c>, <c>@{ json = … }</c> and others.
    /// </summary>
    public object?[] Content { get; set; } = [];

    /// <summary><c>success</c> or <c>error</c>.</summary>
    public string? Status { get; set; }

    /// <summary>The kind of result, where a tool of the service's own made it.</summary>
    public string? Type { get; set; }

    /// <summary>Members that this version does not name.</summary>
    [JsonExtensionData]
    public IDictionary<string, object?>? Other { get; set; }
}
