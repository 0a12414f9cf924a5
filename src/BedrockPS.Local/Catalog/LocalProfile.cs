using System.Text.Json;
using System.Text.Json.Nodes;

namespace BedrockPS.Local.Catalog;

/// <summary>An inference profile of the embedded list.</summary>
internal sealed class LocalProfile
{
    private const string Account = "000000000000";
    private const string Made = "2026-01-15T00:00:00Z";

    private readonly JsonElement _row;
    private readonly string[] _regions;

    /// <param name="row">The profile's line in the list.</param>
    /// <param name="regions">The regions that each geography has; an empty one stands for any.</param>
    public LocalProfile(JsonElement row, JsonElement regions)
    {
        _row = row;
        string geography = row.GetProperty("regions").GetString()!;
        _regions = [.. regions.GetProperty(geography).EnumerateArray().Select(region => region.GetString()!)];
    }

    public string Id => _row.GetProperty("id").GetString()!;

    public string ModelId => _row.GetProperty("model").GetString()!;

    public string Type => IsApplication ? InferenceProfileType.Application : InferenceProfileType.SystemDefined;

    public string Arn => $"arn:aws:bedrock:{Home}:{Account}:{Resource}/{Id}";

    private bool IsApplication => _row.TryGetProperty("isApplication", out _);

    private string Resource => IsApplication ? "application-inference-profile" : "inference-profile";

    private string Home => _regions.First(region => region.Length > 0);

    /// <summary>The profile as ListInferenceProfiles and GetInferenceProfile show it.</summary>
    public JsonObject ToJson() => new()
    {
        ["inferenceProfileName"] = _row.GetProperty("name").GetString(),
        ["description"] = $"Routes requests to {ModelId}.",
        ["createdAt"] = Made,
        ["updatedAt"] = Made,
        ["inferenceProfileArn"] = Arn,
        ["models"] = new JsonArray([.. _regions.Select(Model)]),
        ["inferenceProfileId"] = Id,
        ["status"] = "ACTIVE",
        ["type"] = Type,
    };

    private JsonObject Model(string region) => new()
    {
        ["modelArn"] = $"arn:aws:bedrock:{region}::foundation-model/{ModelId}",
    };
}
