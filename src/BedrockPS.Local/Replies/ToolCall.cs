using System.Text.Json;
using System.Text.Json.Nodes;

namespace BedrockPS.Local.Replies;

/// <summary>A tool that the answer wants used.</summary>
internal sealed record ToolCall(string Name, string InputJson)
{
    /// <summary>Derived from the call, so that the same request gets the same answer.</summary>
    public string Id => $"tooluse_local{StableHash.Of(Name + InputJson):x8}";

    /// <summary>The input as a value; as text where a script made it something else than JSON.</summary>
    public JsonNode? InputNode()
    {
        try
        {
            return JsonNode.Parse(InputJson);
        }
        catch (JsonException)
        {
            return InputJson;
        }
    }

    /// <summary>The input as a stream brings it: an empty piece, then the JSON in two.</summary>
    public IEnumerable<string> InputPieces()
    {
        int half = InputJson.Length / 2;
        if (half > 0 && char.IsHighSurrogate(InputJson[half - 1]))
        {
            half--;
        }

        return ["", InputJson[..half], InputJson[half..]];
    }
}
