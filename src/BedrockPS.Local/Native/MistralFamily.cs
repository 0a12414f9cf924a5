using System.Text.Json;
using System.Text.Json.Nodes;
using BedrockPS.Local.Operations;
using BedrockPS.Local.Replies;

namespace BedrockPS.Local.Native;

/// <summary>Mistral: prompt in, outputs with text out.</summary>
internal sealed class MistralFamily : INativeStreamFamily
{
    public Prompt Read(JsonElement body)
    {
        string text = NativeRead.RequiredText(body, "prompt");
        return new Prompt
        {
            UserText = text,
            InputCharacters = text.Length,
            MaxTokens = body.At("max_tokens").Int(),
            StopSequences = body.At("stop").Texts(),
        };
    }

    public JsonObject Whole(NativeAnswer answer) => Chunk(answer.Answer.Text, Reason(answer.Answer));

    public IEnumerable<JsonObject> Open(NativeAnswer answer) => [];

    public JsonObject Delta(NativeAnswer answer, string piece) => Chunk(piece, null);

    public IEnumerable<JsonObject> Close(NativeAnswer answer) => [Chunk("", Reason(answer.Answer))];

    private static JsonObject Chunk(string text, string? reason) => new()
    {
        ["outputs"] = new JsonArray(new JsonObject { ["text"] = text, ["stop_reason"] = reason }),
    };

    private static string Reason(Answer answer) => answer.StopReason switch
    {
        "end_turn" or "stop_sequence" => "stop",
        "max_tokens" => "length",
        _ => answer.StopReason,
    };
}
