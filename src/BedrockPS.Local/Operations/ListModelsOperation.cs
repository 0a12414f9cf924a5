using System.Buffers;
using System.Text.Json;
using BedrockPS.Local.Catalog;
using BedrockPS.Local.Http;
using BedrockPS.Local.Replies;

namespace BedrockPS.Local.Operations;

/// <summary>ListFoundationModels, with the service's four filters.</summary>
internal sealed class ListModelsOperation(LocalCatalog catalog)
{
    public ValueTask RunAsync(LocalCall call)
    {
        Func<LocalModel, bool>[] filters = [.. QueryParameters.Of(call.Exchange.Head.Query).Select(Filter)];
        ArrayBufferWriter<byte> buffer = new(16 * 1024);
        using (Utf8JsonWriter writer = new(buffer, JsonText.WriterOptions))
        {
            writer.WriteStartObject();
            writer.WriteStartArray("modelSummaries"u8);
            foreach (LocalModel model in catalog.Models.Where(model => filters.All(filter => filter(model))))
            {
                model.In(call.Region).WriteTo(writer);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return call.Response.SendAsync(new HttpResponse { Body = buffer.WrittenMemory });
    }

    private static Func<LocalModel, bool> Filter((string Name, string Value) parameter) => parameter.Name switch
    {
        "byProvider" => model => model.Provider.Equals(parameter.Value, StringComparison.OrdinalIgnoreCase),
        "byOutputModality" => Listed("outputModalities", parameter, "TEXT", "IMAGE", "EMBEDDING"),
        "byInferenceType" => Listed(
            "inferenceTypesSupported", parameter, "ON_DEMAND", "PROVISIONED", "INFERENCE_PROFILE"),
        "byCustomizationType" => Listed(
            "customizationsSupported", parameter, "FINE_TUNING", "CONTINUED_PRE_TRAINING", "DISTILLATION"),
        _ => _ => true,
    };

    private static Func<LocalModel, bool> Listed(
        string list, (string Name, string Value) parameter, params string[] known) =>
        known.Contains(parameter.Value)
            ? model => model.Has(list, parameter.Value)
            : throw ServiceFault.NoneOf(parameter.Value, parameter.Name, known);
}
