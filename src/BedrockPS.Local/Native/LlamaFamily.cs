using System.Text.Json;
using System.Text.Json.Nodes;
using BedrockPS.Local.Operations;
using BedrockPS.Local.Replies;

namespace BedrockPS.Local.Native;

/// <summary>Meta Llama: prompt in, generation out.</summary>
internal sealed class LlamaFamily : INativeStreamFamily
{
    public Prompt Read(JsonElement body)
    {
        string text = NativeRead.RequiredText(body, "prompt");
        return new Prompt
        {
            UserText = text,
            InputCharacters = text.Length,
            MaxTokens = body.At("max_gen_len").Int(),
        };
    }

    public JsonObject Whole(NativeAnswer answer)
    {
        string text = answer.Answer.Text;
        return Chunk(text, answer.Answer.InputTokens, answer.Answer.OutputTokens, Reason(answer.Answer));
    }

    public IEnumerable<JsonObject> Open(NativeAnswer answer) => [];

    public JsonObject Delta(NativeAnswer answer, string piece) =>
        Chunk(piece, null, answer.Answer.OutputTokens, null);

    public IEnumerable<JsonObject> Close(NativeAnswer answer) =>
        [Chunk("", answer.Answer.InputTokens, answer.Answer.OutputTokens, Reason(answer.Answer))];

    private static JsonObject Chunk(string text, int? inputTokens, int outputTokens, string? reason) => new()
    {
        ["generation"] = text,
        ["prompt_token_count"] = inputTokens,
        ["generation_token_count"] = outputTokens,
        ["stop_reason"] = reason,
    };

    private static string Reason(Answer answer) => answer.StopReason switch
    {
        "end_turn" or "stop_sequence" => "stop",
        "max_tokens" => "length",
        _ => answer.StopReason,
    };
}
