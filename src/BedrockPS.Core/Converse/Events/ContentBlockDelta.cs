using System.Text.Json.Serialization;
using BedrockPS.Json;

namespace BedrockPS;

/// <summary>A piece of a block: one member is set, as a rule.</summary>
public sealed class ContentBlockDelta
{
    /// <summary>A piece of text; it may end in the first half of a surrogate pair.</summary>
    [JsonConverter(typeof(PieceConverter))]
    public string? Text { get; set; }

    /// <summary>A piece of a tool's arguments.</summary>
    public ToolUseDelta? ToolUse { get; set; }

    /// <summary>Parts of a result that a tool of the service's own gave.</summary>
    public object?[]? ToolResult { get; set; }

    /// <summary>A piece of reasoning.</summary>
    public ReasoningDelta? ReasoningContent { get; set; }

    /// <summary>A source of the text, in the service's shape.</summary>
    public object? Citation { get; set; }

    /// <summary>Pieces of kinds that this version does not name.</summary>
    [JsonExtensionData]
    public IDictionary<string, object?>? Other { get; set; }
}
