using System.Text.Json;

namespace BedrockPS.Local.Catalog;

/// <summary>A foundation model of the embedded list, with what the operations must know of it.</summary>
internal sealed class LocalModel(JsonElement summary)
{
    /// <summary>The model as ListFoundationModels shows it.</summary>
    public JsonElement Summary => summary;

    public string Id { get; } = summary.GetProperty("modelId").GetString()!;

    public bool IsOnDemand { get; } = Has(summary, "inferenceTypesSupported", "ON_DEMAND");

    public bool WritesText { get; } = Has(summary, "outputModalities", "TEXT");

    public string Provider { get; } = summary.GetProperty("providerName").GetString()!;

    public bool Has(string list, string value) => Has(summary, list, value);

    private static bool Has(JsonElement summary, string list, string value) =>
        summary.GetProperty(list).EnumerateArray().Any(item => item.ValueEquals(value));
}
