using System.Text.Json;
using System.Text.Json.Nodes;
using BedrockPS.Local.Operations;
using BedrockPS.Local.Replies;

namespace BedrockPS.Local.Native;

/// <summary>The chat completions schema of OpenAI, which AI21, DeepSeek, Qwen and most newcomers share.</summary>
internal sealed class ChatCompletionsFamily : INativeStreamFamily
{
    public Prompt Read(JsonElement body)
    {
        JsonElement messages = NativeRead.RequiredMessages(body);
        JsonElement system = messages.Items().FirstOrDefault(m => m.At("role").Text() is "system" or "developer");
        JsonElement stop = body.At("stop");
        return new Prompt
        {
            UserText = MessageText.LastUser(messages),
            SystemText = MessageText.Of(system.At("content")),
            InputCharacters = InputSize.Of(messages, body.At("tools")),
            MaxTokens = body.At("max_tokens").Int() ?? body.At("max_completion_tokens").Int(),
            StopSequences = stop.Text() is string one ? [one] : stop.Texts(),
            ForcedTool = ForcedTool(body),
        };
    }

    public JsonObject Whole(NativeAnswer answer)
    {
        JsonObject message = new()
        {
            ["role"] = "assistant",
            ["content"] = answer.Answer.HasText ? answer.Answer.Text : null,
        };
        if (answer.Answer.Tools.Count > 0)
        {
            message["tool_calls"] = new JsonArray([.. answer.Answer.Tools.Select(ToolUse)]);
        }

        JsonObject body = Envelope(answer, "chat.completion", "message", message, Reason(answer.Answer));
        body["usage"] = Usage(answer.Answer);
        return body;
    }

    public IEnumerable<JsonObject> Open(NativeAnswer answer) =>
        [Chunk(answer, new JsonObject { ["role"] = "assistant", ["content"] = "" }, null)];

    public JsonObject Delta(NativeAnswer answer, string piece) =>
        Chunk(answer, new JsonObject { ["content"] = piece }, null);

    public IEnumerable<JsonObject> Close(NativeAnswer answer)
    {
        for (int index = 0; index < answer.Answer.Tools.Count; index++)
        {
            JsonObject call = ToolUse(answer.Answer.Tools[index]);
            call["index"] = index;
            yield return Chunk(answer, new JsonObject { ["tool_calls"] = new JsonArray(call) }, null);
        }

        JsonObject last = Chunk(answer, [], Reason(answer.Answer));
        last["usage"] = Usage(answer.Answer);
        yield return last;
    }

    private static JsonObject Chunk(NativeAnswer answer, JsonObject delta, string? reason) =>
        Envelope(answer, "chat.completion.chunk", "delta", delta, reason);

    private static JsonObject Envelope(
        NativeAnswer answer, string type, string member, JsonObject content, string? reason) => new()
    {
        ["id"] = $"chatcmpl-{answer.Id}",
        ["object"] = type,
        ["model"] = answer.ModelId,
        ["choices"] = new JsonArray(new JsonObject
        {
            ["index"] = 0,
            [member] = content,
            ["finish_reason"] = reason,
        }),
    };

    private static JsonObject ToolUse(ScriptedToolCall tool) => new()
    {
        ["id"] = tool.Id,
        ["type"] = "function",
        ["function"] = new JsonObject { ["name"] = tool.Name, ["arguments"] = tool.InputJson },
    };

    private static JsonObject Usage(Answer answer) => new()
    {
        ["prompt_tokens"] = answer.InputTokens,
        ["completion_tokens"] = answer.OutputTokens,
        ["total_tokens"] = answer.InputTokens + answer.OutputTokens,
    };

    private static (string Name, JsonElement Schema)? ForcedTool(JsonElement body)
    {
        JsonElement choice = body.At("tool_choice");
        string? name = choice.At("function", "name").Text();
        JsonElement function = name is null && choice.Text() != "required"
            ? default
            : body.At("tools").Items().Select(tool => tool.At("function"))
                .FirstOrDefault(tool => name is null || tool.At("name").Text() == name);
        return function.IsPresent() ? (function.At("name").Text() ?? "", function.At("parameters")) : null;
    }

    private static string Reason(Answer answer) => answer.StopReason switch
    {
        "end_turn" or "stop_sequence" => "stop",
        "max_tokens" => "length",
        "tool_use" => "tool_calls",
        _ => answer.StopReason,
    };
}
