using System.Text.Json.Serialization;

namespace BedrockPS;

/// <summary>
/// A piece of a message: text, a tool use, a tool result, reasoning, and whatever else the service has.
/// </summary>
public abstract class ContentBlock
{
    /// <summary>
    /// The block's kind in the service's words, such as <c>text</c> or <c>toolUse</c>; new kinds may come.
    /// </summary>
    [JsonIgnore]
    public abstract string Kind { get; }

    /// <summary>Members that stood beside the block's own; they go back with it, and do not cost it its type.</summary>
    [JsonIgnore]
    internal IDictionary<string, object?>? Beside { get; set; }
}
