using System.Text.Json.Nodes;
using BedrockPS.Local.Operations;
using BedrockPS.Local.Replies;

namespace BedrockPS.Local.Native;

/// <summary>The content blocks of a Claude message, whole and as a stream's chunks.</summary>
internal static class ClaudeBlocks
{
    public static JsonArray Whole(Answer answer)
    {
        JsonArray content = [];
        if (answer.Reasoning is string reasoning)
        {
            content.Add(new JsonObject
            {
                ["type"] = "thinking",
                ["thinking"] = reasoning,
                ["signature"] = ConverseAnswer.ReasoningSignature(reasoning),
            });
        }

        if (answer.HasText)
        {
            content.Add(new JsonObject { ["type"] = "text", ["text"] = answer.Text });
        }

        foreach (ScriptedToolCall tool in answer.Tools)
        {
            content.Add(ToolUse(tool, tool.InputNode()));
        }

        return content;
    }

    public static IEnumerable<JsonObject> BeforeText(Answer answer)
    {
        if (answer.Reasoning is string reasoning)
        {
            yield return Start(0, new JsonObject { ["type"] = "thinking", ["thinking"] = "", ["signature"] = "" });
            foreach (string piece in WordSplitter.Split(reasoning))
            {
                yield return Delta(0, "thinking_delta", "thinking", piece);
            }

            yield return Delta(0, "signature_delta", "signature", ConverseAnswer.ReasoningSignature(reasoning));
            yield return Stop(0);
        }

        if (answer.HasText)
        {
            yield return Start(TextIndex(answer), new JsonObject { ["type"] = "text", ["text"] = "" });
        }
    }

    public static JsonObject TextDelta(Answer answer, string piece) =>
        Delta(TextIndex(answer), "text_delta", "text", piece);

    public static IEnumerable<JsonObject> AfterText(Answer answer)
    {
        int index = TextIndex(answer);
        if (answer.HasText)
        {
            yield return Stop(index++);
        }

        foreach (ScriptedToolCall tool in answer.Tools)
        {
            yield return Start(index, ToolUse(tool, new JsonObject()));
            foreach (string piece in tool.InputPieces())
            {
                yield return Delta(index, "input_json_delta", "partial_json", piece);
            }

            yield return Stop(index++);
        }
    }

    private static int TextIndex(Answer answer) => answer.Reasoning is null ? 0 : 1;

    private static JsonObject ToolUse(ScriptedToolCall tool, JsonNode? input) =>
        new() { ["type"] = "tool_use", ["id"] = tool.Id, ["name"] = tool.Name, ["input"] = input };

    private static JsonObject Start(int index, JsonObject block) =>
        new() { ["type"] = "content_block_start", ["index"] = index, ["content_block"] = block };

    private static JsonObject Delta(int index, string type, string member, string value) => new()
    {
        ["type"] = "content_block_delta",
        ["index"] = index,
        ["delta"] = new JsonObject { ["type"] = type, [member] = value },
    };

    private static JsonObject Stop(int index) => new() { ["type"] = "content_block_stop", ["index"] = index };
}
