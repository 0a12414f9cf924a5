using System.Text.Json;
using System.Text.Json.Nodes;
using BedrockPS.Local.Operations;
using BedrockPS.Local.Replies;

namespace BedrockPS.Local.Native;

/// <summary>Cohere Embed: texts and an input_type in, a vector for each text out.</summary>
internal sealed class CohereEmbeddingFamily : INativeFamily
{
    private const int Dimensions = 1024;

    public Prompt Read(JsonElement body)
    {
        string[] texts = NativeRead.Required(body, "texts").Texts();
        NativeRead.RequiredText(body, "input_type");
        return texts.Length > 0
            ? new Prompt { UserText = texts[^1], InputCharacters = texts.Sum(text => text.Length) }
            : throw ServiceFault.MalformedInput("#/texts: expected minimum item count: 1, found: 0");
    }

    public JsonObject Whole(NativeAnswer answer)
    {
        string[] texts = answer.Body.At("texts").Texts();
        return new JsonObject
        {
            ["id"] = answer.Id,
            ["texts"] = new JsonArray([.. texts.Select(text => (JsonNode)text)]),
            ["embeddings"] = new JsonArray([.. texts.Select(text => UnitVector.Of(text, Dimensions))]),
            ["response_type"] = "embeddings_floats",
        };
    }
}
