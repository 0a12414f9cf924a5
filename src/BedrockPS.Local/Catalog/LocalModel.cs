using System.Text.Json;
using System.Text.Json.Nodes;
using BedrockPS.Iam;
using BedrockPS.Local.Operations;

namespace BedrockPS.Local.Catalog;

/// <summary>A foundation model of the embedded list, with what the operations must know of it.</summary>
internal sealed class LocalModel(JsonElement summary)
{
    public string Id { get; } = summary.GetProperty("modelId").GetString()!;

    public string Arn { get; } = summary.GetProperty("modelArn").GetString()!;

    public bool IsOnDemand { get; } = Has(summary, "inferenceTypesSupported", "ON_DEMAND");

    public bool WritesText { get; } = Has(summary, "outputModalities", "TEXT");

    /// <summary>The most tokens that an answer may have; null where the list does not tell.</summary>
    public int? MaxTokens { get; } = summary.At("converse", "maxTokensMaximum").Int();

    public string Provider { get; } = summary.GetProperty("providerName").GetString()!;

    /// <summary>The model as a region shows it.</summary>
    public JsonNode In(string region)
    {
        JsonNode shown = JsonNode.Parse(summary.GetRawText())!;
        shown["modelArn"] = ModelArn.OfFoundationModel(Id, region);
        return shown;
    }

    /// <summary>Whether the model is of the family whose ids start so.</summary>
    public bool IsOf(string family) => Id.StartsWith(family, StringComparison.Ordinal);

    public bool Has(string list, string value) => Has(summary, list, value);

    private static bool Has(JsonElement summary, string list, string value) =>
        summary.GetProperty(list).EnumerateArray().Any(item => item.ValueEquals(value));
}
