using System.Text.Json;
using System.Text.Json.Nodes;
using BedrockPS.Local.Operations;
using BedrockPS.Local.Replies;

namespace BedrockPS.Local.Native;

/// <summary>Amazon Titan Text Embeddings V2: inputText in, one vector out.</summary>
internal sealed class TitanEmbeddingFamily : INativeFamily
{
    private const int DefaultDimensions = 1024;

    public Prompt Read(JsonElement body)
    {
        string text = NativeRead.RequiredText(body, "inputText");
        if (Dimensions(body) is not (256 or 512 or 1024))
        {
            throw ServiceFault.MalformedInput("#/dimensions: must be one of [256, 512, 1024]");
        }

        return new Prompt { UserText = text, InputCharacters = text.Length };
    }

    public JsonObject Whole(NativeAnswer answer) => new()
    {
        ["embedding"] = UnitVector.Of(answer.Body.At("inputText").Text()!, Dimensions(answer.Body)),
        ["inputTextTokenCount"] = answer.Answer.InputTokens,
    };

    private static int Dimensions(JsonElement body) =>
        body.At("dimensions").IsPresent() ? body.At("dimensions").Int() ?? 0 : DefaultDimensions;
}
