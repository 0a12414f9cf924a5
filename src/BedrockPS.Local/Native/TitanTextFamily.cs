using System.Text.Json;
using System.Text.Json.Nodes;
using BedrockPS.Local.Operations;
using BedrockPS.Local.Replies;

namespace BedrockPS.Local.Native;

/// <summary>Amazon Titan Text: inputText in, results with outputText out.</summary>
internal sealed class TitanTextFamily : INativeStreamFamily
{
    public Prompt Read(JsonElement body)
    {
        string text = NativeRead.RequiredText(body, "inputText");
        return new Prompt
        {
            UserText = text,
            InputCharacters = text.Length,
            MaxTokens = body.At("textGenerationConfig", "maxTokenCount").Int(),
            StopSequences = body.At("textGenerationConfig", "stopSequences").Texts(),
        };
    }

    public JsonObject Whole(NativeAnswer answer) => new()
    {
        ["inputTextTokenCount"] = answer.Answer.InputTokens,
        ["results"] = new JsonArray(new JsonObject
        {
            ["outputText"] = answer.Answer.Text,
            ["tokenCount"] = answer.Answer.OutputTokens,
            ["completionReason"] = Reason(answer.Answer),
        }),
    };

    public IEnumerable<JsonObject> Open(NativeAnswer answer) => [];

    public JsonObject Delta(NativeAnswer answer, string piece) => Chunk(answer.Answer, piece, null);

    public IEnumerable<JsonObject> Close(NativeAnswer answer) => [Chunk(answer.Answer, "", Reason(answer.Answer))];

    private static JsonObject Chunk(Answer answer, string text, string? reason) => new()
    {
        ["outputText"] = text,
        ["index"] = 0,
        ["totalOutputTextTokenCount"] = reason is null ? null : answer.OutputTokens,
        ["completionReason"] = reason,
        ["inputTextTokenCount"] = reason is null ? null : answer.InputTokens,
    };

    private static string Reason(Answer answer) => answer.StopReason switch
    {
        "end_turn" => "FINISH",
        "max_tokens" => "LENGTH",
        "stop_sequence" => "STOP_CRITERIA_MET",
        _ => answer.StopReason,
    };
}
