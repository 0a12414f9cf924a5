using System.Text.Json;
using System.Text.Json.Nodes;
using BedrockPS.Local.Catalog;
using BedrockPS.Local.Http;
using BedrockPS.Local.Native;
using BedrockPS.Local.Replies;

namespace BedrockPS.Local.Operations;

/// <summary>CountTokens: the number that the usage of the same request would show as its input.</summary>
internal sealed class CountTokensOperation(ModelResolver models)
{
    public ValueTask RunAsync(LocalCall call)
    {
        JsonElement input = JsonRead.Object(call.Exchange.Body).At("input");
        LocalModel model = models.ResolveForCounting(call.Route.ModelId!);
        Prompt prompt = (input.At("converse"), input.At("invokeModel")) switch
        {
            ({ ValueKind: JsonValueKind.Object } converse, { ValueKind: JsonValueKind.Undefined }) =>
                ReadConverse(converse, model),
            ({ ValueKind: JsonValueKind.Undefined }, { ValueKind: JsonValueKind.Object } native) =>
                ReadNative(native, model),
            _ when !input.IsPresent() => throw ServiceFault.MissingMember("input"),
            _ => throw ServiceFault.Validation("The input must be either a converse or an invokeModel request."),
        };

        JsonObject answer = new() { ["inputTokens"] = prompt.InputTokens };
        return call.Response.SendAsync(new HttpResponse { Body = JsonText.Bytes(answer) });
    }

    private static Prompt ReadConverse(JsonElement request, LocalModel model)
    {
        ConverseValidator.Check(request, model, isStoredPrompt: false);
        return ConverseBody.Read(request);
    }

    private static Prompt ReadNative(JsonElement request, LocalModel model)
    {
        JsonElement encoded = request.At("body");
        if (encoded.ValueKind != JsonValueKind.String || !encoded.TryGetBytesFromBase64(out byte[]? bytes))
        {
            throw ServiceFault.Validation("The body of input.invokeModel must be a request in base64.");
        }

        JsonElement body = JsonRead.Object(bytes);
        return NativeFamilies.Find(model.Id, body).Read(body);
    }
}
