using System.Text.Json;
using System.Text.Json.Nodes;
using BedrockPS.Local.Operations;
using BedrockPS.Local.Replies;

namespace BedrockPS.Local.Native;

/// <summary>Nova Canvas and Stability: some description in, base64 pictures out.</summary>
internal sealed class ImageFamily : INativeFamily
{
    // The smallest PNG there is: one transparent pixel.
    private const string Pixel =
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";

    public Prompt Read(JsonElement body)
    {
        string text = body.At("prompt").Text() ?? body.At("textToImageParams", "text").Text() ?? "";
        return text.Length > 0 || body.At("taskType").IsPresent() || body.At("image").IsPresent()
            ? new Prompt { UserText = text, InputCharacters = text.Length }
            : throw ServiceFault.MissingKey("taskType");
    }

    public JsonObject Whole(NativeAnswer answer)
    {
        int count = Math.Clamp(answer.Body.At("imageGenerationConfig", "numberOfImages").Int() ?? 1, 1, 5);
        IEnumerable<JsonNode> images = Enumerable.Repeat(Pixel, count).Select(pixel => (JsonNode)pixel);
        JsonObject body = new() { ["images"] = new JsonArray([.. images]) };
        if (!answer.Body.At("taskType").IsPresent())
        {
            body["seeds"] = new JsonArray(0);
            body["finish_reasons"] = new JsonArray((JsonNode?)null);
        }

        return body;
    }
}
