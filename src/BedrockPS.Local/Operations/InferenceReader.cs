using System.Text.Json;
using BedrockPS.Local.Catalog;
using BedrockPS.Local.Native;

namespace BedrockPS.Local.Operations;

/// <summary>Reads and checks a request to a model.</summary>
internal sealed class InferenceReader(ModelResolver models)
{
    /// <summary>Reads the request; the fault is what the service would refuse it for.</summary>
    /// <remarks>Both come back where possible: a scripted fault may match what would be refused.</remarks>
    public (Inference? Inference, ServiceFault? Fault) Read(Route route, byte[] body)
    {
        Inference? inference = null;
        try
        {
            JsonElement json = JsonRead.Object(body);
            inference = route.IsNative ? null : new Inference(ConverseBody.Read(json), json, null, null);
            LocalModel? model = models.Resolve(route.ModelId!);
            inference = route.IsNative ? ReadNative(route, json, model) : CheckConverse(route, inference!, model);
            return (inference, null);
        }
        catch (ServiceFault fault)
        {
            return (inference, fault);
        }
    }

    private static Inference ReadNative(Route route, JsonElement json, LocalModel? model)
    {
        if (model?.Has("outputModalities", "VIDEO") == true)
        {
            throw ServiceFault.Validation("The provided model is invoked asynchronously: use StartAsyncInvoke.");
        }

        INativeFamily family = NativeFamilies.Find(model?.Id, json);
        return route.IsStream && family is not INativeStreamFamily
            ? throw ServiceFault.Validation("The model is unsupported for streaming.")
            : new Inference(family.Read(json), json, model, family);
    }

    private static Inference CheckConverse(Route route, Inference inference, LocalModel? model)
    {
        if (model is { WritesText: false })
        {
            throw ServiceFault.Validation("This action doesn't support the model that you provided. Try again with a "
                + "supported text or chat model.");
        }

        ConverseValidator.Check(
            inference.Body, model, route.ModelId!.Contains(":prompt/", StringComparison.Ordinal));
        return inference with { Model = model };
    }
}
