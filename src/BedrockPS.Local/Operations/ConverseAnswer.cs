using System.Text;
using System.Text.Json.Nodes;
using BedrockPS.Local.Replies;

namespace BedrockPS.Local.Operations;

/// <summary>An answer in the words of Converse, which Nova's native schema shares.</summary>
internal static class ConverseAnswer
{
    public static JsonObject Whole(Answer answer, long latencyMs)
    {
        JsonObject body = Message(answer);
        body["usage"] = Usage(answer);
        body["metrics"] = new JsonObject { ["latencyMs"] = latencyMs };
        return body;
    }

    public static JsonObject Message(Answer answer)
    {
        JsonArray content = [];
        if (answer.Reasoning is string reasoning)
        {
            JsonObject text = new() { ["text"] = reasoning, ["signature"] = ReasoningSignature(reasoning) };
            content.Add(new JsonObject { ["reasoningContent"] = new JsonObject { ["reasoningText"] = text } });
        }

        if (answer.HasText)
        {
            content.Add(new JsonObject { ["text"] = answer.Text });
        }

        foreach (ScriptedToolCall tool in answer.Tools)
        {
            content.Add(new JsonObject { ["toolUse"] = ToolUse(tool) });
        }

        JsonObject message = new() { ["role"] = "assistant", ["content"] = content };
        return new JsonObject
        {
            ["output"] = new JsonObject { ["message"] = message },
            ["stopReason"] = answer.StopReason,
        };
    }

    public static JsonObject Usage(Answer answer) => new()
    {
        ["inputTokens"] = answer.InputTokens,
        ["outputTokens"] = answer.OutputTokens,
        ["totalTokens"] = answer.InputTokens + answer.OutputTokens,
        ["cacheReadInputTokens"] = 0,
        ["cacheWriteInputTokens"] = 0,
    };

    /// <summary>Opaque to clients, who must send it back as it is.</summary>
    public static string ReasoningSignature(string reasoning) =>
        Convert.ToBase64String(Encoding.ASCII.GetBytes($"local-{StableHash.Of(reasoning):x8}"));

    private static JsonObject ToolUse(ScriptedToolCall tool) => new()
    {
        ["toolUseId"] = tool.Id,
        ["name"] = tool.Name,
        ["input"] = tool.InputNode(),
    };
}
