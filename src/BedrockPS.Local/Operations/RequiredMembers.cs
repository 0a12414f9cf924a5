using System.Text.Json;

namespace BedrockPS.Local.Operations;

/// <summary>Refuses a Converse request that lacks a member which its description demands.</summary>
internal static class RequiredMembers
{
    private const string EachItem = "*";

    // A path, and what must be at its end wherever the path leads; lists are walked through.
    private static readonly (string[] Path, string[] Members)[] Rules =
    [
        (["messages", EachItem], ["role", "content"]),
        (["messages", EachItem, "content", EachItem, "image"], ["format", "source"]),
        (["messages", EachItem, "content", EachItem, "document"], ["name", "source"]),
        (["messages", EachItem, "content", EachItem, "video"], ["format", "source"]),
        (["messages", EachItem, "content", EachItem, "toolUse"], ["toolUseId", "name", "input"]),
        (["messages", EachItem, "content", EachItem, "toolResult"], ["toolUseId", "content"]),
        (["messages", EachItem, "content", EachItem, "cachePoint"], ["type"]),
        (["toolConfig"], ["tools"]),
        (["toolConfig", "tools", EachItem, "toolSpec"], ["name", "inputSchema"]),
        (["toolConfig", "toolChoice", "tool"], ["name"]),
        (["guardrailConfig"], ["guardrailIdentifier", "guardrailVersion"]),
        (["outputConfig", "textFormat"], ["type", "structure"]),
    ];

    public static void Check(JsonElement body)
    {
        foreach ((string[] path, string[] members) in Rules)
        {
            Check(body, path, members, "");
        }
    }

    private static void Check(JsonElement at, ReadOnlySpan<string> path, string[] members, string place)
    {
        if (path.IsEmpty)
        {
            string? missing = at.ValueKind == JsonValueKind.Object
                ? Array.Find(members, member => !at.At(member).IsPresent())
                : null;
            if (missing is not null)
            {
                throw ServiceFault.MissingMember($"{place}{missing}");
            }
        }
        else if (path[0] == EachItem)
        {
            CheckItems(at, path[1..], members, place);
        }
        else if (at.At(path[0]) is { ValueKind: JsonValueKind.Object or JsonValueKind.Array } next)
        {
            Check(next, path[1..], members, $"{place}{path[0]}.");
        }
    }

    // The service counts from 1 here.
    private static void CheckItems(JsonElement list, ReadOnlySpan<string> path, string[] members, string place)
    {
        int number = 0;
        foreach (JsonElement item in list.Items())
        {
            number++;
            Check(item, path, members, $"{place}{number}.member.");
        }
    }
}
