using System.Text.Json.Serialization;
using BedrockPS.Json;

namespace BedrockPS;

/// <summary>A piece of a tool's arguments.</summary>
public sealed class ToolUseDelta
{
    /// <summary>Part of a JSON text; it may be empty, and may break off anywhere.</summary>
    [JsonConverter(typeof(PieceConverter))]
    public string? Input { get; set; }

    /// <summary>Members that this version does not name.</summary>
    [JsonExtensionData]
    public IDictionary<string, object?>? Other { get; set; }
}
