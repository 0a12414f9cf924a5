using System.Text.Json;
using System.Text.Json.Nodes;
using BedrockPS.Local.Operations;
using BedrockPS.Local.Replies;

namespace BedrockPS.Local.Native;

/// <summary>Cohere Command R: message in, text out.</summary>
internal sealed class CohereFamily : INativeStreamFamily
{
    public Prompt Read(JsonElement body) => new()
    {
        UserText = NativeRead.RequiredText(body, "message"),
        SystemText = body.At("preamble").Text() ?? "",
        InputCharacters = InputSize.Of(body.At("message"), body.At("preamble"), body.At("chat_history")),
        MaxTokens = body.At("max_tokens").Int(),
        StopSequences = body.At("stop_sequences").Texts(),
    };

    public JsonObject Whole(NativeAnswer answer) => new()
    {
        ["response_id"] = answer.Id,
        ["text"] = answer.Answer.Text,
        ["generation_id"] = answer.Id,
        ["chat_history"] = new JsonArray(
            Turn("USER", answer.Body.At("message").Text() ?? ""), Turn("CHATBOT", answer.Answer.Text)),
        ["finish_reason"] = Reason(answer.Answer),
    };

    public IEnumerable<JsonObject> Open(NativeAnswer answer) => [];

    public JsonObject Delta(NativeAnswer answer, string piece) => new()
    {
        ["is_finished"] = false,
        ["event_type"] = "text-generation",
        ["text"] = piece,
    };

    public IEnumerable<JsonObject> Close(NativeAnswer answer) =>
    [
        new JsonObject
        {
            ["is_finished"] = true,
            ["event_type"] = "stream-end",
            ["finish_reason"] = Reason(answer.Answer),
        },
    ];

    private static JsonObject Turn(string role, string text) => new() { ["role"] = role, ["message"] = text };

    private static string Reason(Answer answer) => answer.StopReason switch
    {
        "end_turn" => "COMPLETE",
        "max_tokens" => "MAX_TOKENS",
        "stop_sequence" => "STOP_SEQUENCE",
        _ => answer.StopReason,
    };
}
