using System.Text.Json;
using System.Text.Json.Nodes;

namespace BedrockPS.Local.Replies;

/// <summary>A tool that the answer wants used.</summary>
internal sealed record ScriptedToolCall(string Name, string InputJson)
{
    private readonly string? _id;

    /// <summary>Made from the call where no script names it, so that the same request gets the same answer.</summary>
    public string Id
    {
        get => _id ?? $"tooluse_local{StableHash.Of(Name + InputJson):x8}";
        init => _id = value;
    }

    /// <summary>The calls that a script asks for; those that are alike get ids of their own.</summary>
    public static ScriptedToolCall[] Of(IEnumerable<LocalToolUse> uses)
    {
        List<ScriptedToolCall> calls = [];
        foreach (LocalToolUse use in uses)
        {
            ScriptedToolCall call = new(use.Name, use.InputJson);
            int before = calls.Count(earlier => earlier.Name == use.Name && earlier.InputJson == use.InputJson);
            calls.Add(call with { Id = use.ToolUseId ?? (before == 0 ? call.Id : $"{call.Id}{before}") });
        }

        return [.. calls];
    }

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
