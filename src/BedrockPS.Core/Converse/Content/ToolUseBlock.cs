using System.Text;
using System.Text.Json.Serialization;
using BedrockPS.Json;

namespace BedrockPS;

/// <summary>The model asks for a tool to be run.</summary>
public sealed class ToolUseBlock : ContentBlock
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override string Kind => ContentBlockKind.ToolUse;

    /// <summary>The id that the tool's result must quote.</summary>
    public string ToolUseId { get; set; } = string.Empty;

    /// <summary>The tool's name.</summary>
    public string Name { get; set; } = string.Empty;

    /// <summary>
    /// The arguments: a dictionary as a rule; the text as it came where the model did not write JSON.
    /// </summary>
    public object? Input { get; set; }

    /// <summary><c>server_tool_use</c> where the service runs the tool itself.</summary>
    public string? Type { get; set; }

    /// <summary>Members that this version does not name.</summary>
    [JsonExtensionData]
    public IDictionary<string, object?>? Other { get; set; }

    /// <summary>Whether the service runs the tool itself, so that nobody here is asked to.</summary>
    [JsonIgnore]
    public bool IsServerSide => Type is not null and not "tool_use";

    /// <summary>The same call with other arguments.</summary>
    internal ToolUseBlock WithInput(object? input)
    {
        ToolUseBlock copy = (ToolUseBlock)MemberwiseClone();
        copy.Input = input;
        return copy;
    }

    /// <summary>The tool and its arguments.</summary>
    public override string ToString() => $"{Name} {Encoding.UTF8.GetString(BedrockJson.WriteDocument(Input))}";
}
