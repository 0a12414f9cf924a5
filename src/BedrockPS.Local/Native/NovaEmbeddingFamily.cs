using System.Text.Json;
using System.Text.Json.Nodes;
using BedrockPS.Local.Operations;
using BedrockPS.Local.Replies;

namespace BedrockPS.Local.Native;

/// <summary>Amazon Nova Multimodal Embeddings: one text or medium in, one vector out.</summary>
internal sealed class NovaEmbeddingFamily : INativeFamily
{
    private const string Parameters = "singleEmbeddingParams";
    private const int DefaultDimension = 3072;

    public Prompt Read(JsonElement body)
    {
        NativeRead.RequiredText(body, "taskType");
        JsonElement parameters = NativeRead.Required(body, Parameters);
        if (Dimension(parameters) is not (256 or 384 or 1024 or 3072))
        {
            throw ServiceFault.MalformedInput(
                $"#/{Parameters}/embeddingDimension: must be one of [256, 384, 1024, 3072]");
        }

        string text = parameters.At("text", "value").Text() ?? "";
        return new Prompt { UserText = text, InputCharacters = text.Length };
    }

    public JsonObject Whole(NativeAnswer answer)
    {
        JsonElement parameters = answer.Body.At(Parameters);
        bool isText = parameters.At("text").IsPresent();
        string content = isText ? parameters.At("text", "value").Text() ?? "" : parameters.GetRawText();
        JsonObject embedding = new()
        {
            ["embeddingType"] = isText ? "TEXT" : parameters.At("image").IsPresent() ? "IMAGE" : "VIDEO",
            ["embedding"] = UnitVector.Of(content, Dimension(parameters)),
        };
        return new JsonObject { ["embeddings"] = new JsonArray(embedding) };
    }

    private static int Dimension(JsonElement parameters) => parameters.At("embeddingDimension") is var wanted
        && wanted.IsPresent() ? wanted.Int() ?? 0 : DefaultDimension;
}
