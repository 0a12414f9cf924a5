using System.Text.Json;
using System.Text.Json.Nodes;
using BedrockPS.Local.Operations;
using BedrockPS.Local.Replies;

namespace BedrockPS.Local.Native;

/// <summary>Anthropic Claude: the Messages API with anthropic_version instead of a model.</summary>
internal sealed class ClaudeFamily : INativeStreamFamily
{
    public Prompt Read(JsonElement body)
    {
        NativeRead.RequiredText(body, "anthropic_version");
        NativeRead.Required(body, "max_tokens");
        JsonElement messages = NativeRead.RequiredMessages(body);
        return new Prompt
        {
            UserText = MessageText.LastUser(messages),
            SystemText = MessageText.Of(body.At("system")),
            InputCharacters = InputSize.Of(messages, body.At("system"), body.At("tools")),
            MaxTokens = body.At("max_tokens").Int(),
            StopSequences = body.At("stop_sequences").Texts(),
            ForcedTool = ForcedTool(body),
        };
    }

    public JsonObject Whole(NativeAnswer answer)
    {
        JsonObject message = Message(answer, ClaudeBlocks.Whole(answer.Answer));
        message["stop_reason"] = answer.Answer.StopReason;
        message["stop_sequence"] = answer.Answer.StopSequence;
        message["usage"] = Usage(answer.Answer, answer.Answer.OutputTokens);
        return message;
    }

    public IEnumerable<JsonObject> Open(NativeAnswer answer)
    {
        JsonObject message = Message(answer, []);
        message["stop_reason"] = null;
        message["stop_sequence"] = null;
        message["usage"] = Usage(answer.Answer, 1);
        return
        [
            new JsonObject { ["type"] = "message_start", ["message"] = message },
            .. ClaudeBlocks.BeforeText(answer.Answer),
        ];
    }

    public JsonObject Delta(NativeAnswer answer, string piece) => ClaudeBlocks.TextDelta(answer.Answer, piece);

    public IEnumerable<JsonObject> Close(NativeAnswer answer) =>
    [
        .. ClaudeBlocks.AfterText(answer.Answer),
        new JsonObject
        {
            ["type"] = "message_delta",
            ["delta"] = new JsonObject
            {
                ["stop_reason"] = answer.Answer.StopReason,
                ["stop_sequence"] = answer.Answer.StopSequence,
            },
            ["usage"] = new JsonObject { ["output_tokens"] = answer.Answer.OutputTokens },
        },
        new JsonObject { ["type"] = "message_stop" },
    ];

    private static JsonObject Message(NativeAnswer answer, JsonArray content) => new()
    {
        ["id"] = $"msg_bdrk_{answer.Id}",
        ["type"] = "message",
        ["role"] = "assistant",
        ["model"] = answer.ModelId[(answer.ModelId.LastIndexOf('.') + 1)..],
        ["content"] = content,
    };

    private static JsonObject Usage(Answer answer, int outputTokens) =>
        new() { ["input_tokens"] = answer.InputTokens, ["output_tokens"] = outputTokens };

    private static (string Name, JsonElement Schema)? ForcedTool(JsonElement body)
    {
        JsonElement choice = body.At("tool_choice");
        string? name = choice.At("name").Text();
        JsonElement tool = choice.At("type").Text() is "any" or "tool"
            ? body.At("tools").Items().FirstOrDefault(item => name is null || item.At("name").Text() == name)
            : default;
        return tool.IsPresent() ? (tool.At("name").Text() ?? "", tool.At("input_schema")) : null;
    }
}
