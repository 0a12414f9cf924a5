using System.Text.Json;
using System.Text.Json.Nodes;
using BedrockPS.Local.Operations;
using BedrockPS.Local.Replies;

namespace BedrockPS.Local.Native;

/// <summary>Amazon Nova: the schema messages-v1, which is that of Converse but for a few names.</summary>
internal sealed class NovaFamily : INativeStreamFamily
{
    public Prompt Read(JsonElement body)
    {
        JsonElement messages = NativeRead.RequiredMessages(body);
        int index = 0;
        foreach (JsonElement message in messages.Items())
        {
            if (message.At("content").ValueKind != JsonValueKind.Array)
            {
                throw ServiceFault.MissingKey("content", $"#/messages/{index}");
            }

            index++;
        }

        Prompt prompt = ConverseBody.Read(body);
        return prompt with
        {
            MaxTokens = prompt.MaxTokens ?? body.At("inferenceConfig", "max_new_tokens").Int(),
        };
    }

    public JsonObject Whole(NativeAnswer answer)
    {
        JsonObject body = ConverseAnswer.Message(answer.Answer);
        JsonObject usage = Usage(answer.Answer);
        usage["totalTokens"] = answer.Answer.InputTokens + answer.Answer.OutputTokens;
        body["usage"] = usage;
        return body;
    }

    public IEnumerable<JsonObject> Open(NativeAnswer answer)
    {
        yield return new JsonObject { ["messageStart"] = new JsonObject { ["role"] = "assistant" } };
        if (answer.Answer.Reasoning is string reasoning)
        {
            JsonObject text = new() { ["reasoningText"] = new JsonObject { ["text"] = reasoning } };
            yield return BlockDelta(new JsonObject { ["reasoningContent"] = text }, 0);
            yield return BlockStop(0);
        }
    }

    public JsonObject Delta(NativeAnswer answer, string piece) =>
        BlockDelta(new JsonObject { ["text"] = piece }, TextBlock(answer));

    public IEnumerable<JsonObject> Close(NativeAnswer answer)
    {
        int block = TextBlock(answer);
        if (answer.Answer.HasText)
        {
            yield return BlockStop(block++);
        }

        foreach (JsonObject chunk in answer.Answer.Tools.SelectMany((tool, index) => ToolChunks(tool, block + index)))
        {
            yield return chunk;
        }

        yield return new JsonObject { ["messageStop"] = new JsonObject { ["stopReason"] = answer.Answer.StopReason } };
        JsonObject metadata = new() { ["usage"] = Usage(answer.Answer), ["metrics"] = new JsonObject() };
        yield return new JsonObject { ["metadata"] = metadata };
    }

    private static int TextBlock(NativeAnswer answer) => answer.Answer.Reasoning is null ? 0 : 1;

    private static IEnumerable<JsonObject> ToolChunks(ScriptedToolCall tool, int block)
    {
        JsonObject use = new() { ["toolUseId"] = tool.Id, ["name"] = tool.Name };
        JsonObject start = new() { ["start"] = new JsonObject { ["toolUse"] = use }, ["contentBlockIndex"] = block };
        yield return new JsonObject { ["contentBlockStart"] = start };
        foreach (string piece in tool.InputPieces())
        {
            yield return BlockDelta(new JsonObject { ["toolUse"] = new JsonObject { ["input"] = piece } }, block);
        }

        yield return BlockStop(block);
    }

    private static JsonObject BlockDelta(JsonObject delta, int block) =>
        new() { ["contentBlockDelta"] = new JsonObject { ["delta"] = delta, ["contentBlockIndex"] = block } };

    private static JsonObject BlockStop(int block) =>
        new() { ["contentBlockStop"] = new JsonObject { ["contentBlockIndex"] = block } };

    private static JsonObject Usage(Answer answer) => new()
    {
        ["inputTokens"] = answer.InputTokens,
        ["outputTokens"] = answer.OutputTokens,
        ["cacheReadInputTokenCount"] = 0,
        ["cacheWriteInputTokenCount"] = 0,
    };
}
