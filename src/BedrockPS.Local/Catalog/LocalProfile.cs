using System.Text.Json;
using System.Text.Json.Nodes;
using BedrockPS.Catalog;

namespace BedrockPS.Local.Catalog;

/// <summary>An inference profile of the embedded list.</summary>
internal sealed class LocalProfile
{
    private const string Account = "000000000000";
    private const string Made = "2026-01-15T00:00:00Z";

    private readonly JsonElement _row;
    private readonly string[] _regions;
    private readonly string[] _callers;

    /// <param name="row">The profile's line in the list.</param>
    /// <param name="regions">The regions that each geography has; an empty one stands for any.</param>
    /// <param name="callers">The regions from which besides each geography's profiles can be called.</param>
    public LocalProfile(JsonElement row, JsonElement regions, JsonElement callers)
    {
        _row = row;
        string geography = row.GetProperty("regions").GetString()!;
        _regions = Texts(regions.GetProperty(geography));
        _callers = callers.TryGetProperty(geography, out JsonElement others) ? Texts(others) : [];
    }

    public string Id => _row.GetProperty("id").GetString()!;

    public string ModelId => _row.GetProperty("model").GetString()!;

    public string Type => IsApplication ? InferenceProfileType.Application : InferenceProfileType.SystemDefined;

    private bool IsApplication => _row.TryGetProperty("isApplication", out _);

    private string Resource => IsApplication ? "application-inference-profile" : "inference-profile";

    private string Home => _regions.FirstOrDefault(region => region.Length > 0, _callers.FirstOrDefault("us-east-1"));

    /// <summary>Whether a region lists it.</summary>
    public bool IsIn(string region) => _regions.Contains(region) || _callers.Contains(region);

    /// <summary>The profile as ListInferenceProfiles and GetInferenceProfile show it in a region.</summary>
    public JsonObject ToJson(string region)
    {
        string here = IsIn(region) ? region : Home;
        string partition = Partition.OfRegion(here);

        // What may go anywhere is in the region that is called too.
        string[] targets = _regions.Contains(string.Empty) ? [.. _regions, here] : _regions;
        return new()
        {
            ["inferenceProfileName"] = _row.GetProperty("name").GetString(),
            ["description"] = $"Routes requests to {ModelId}.",
            ["createdAt"] = Made,
            ["updatedAt"] = Made,
            ["inferenceProfileArn"] = $"arn:{partition}:bedrock:{here}:{Account}:{Resource}/{Id}",
            ["models"] = new JsonArray([.. targets.Select(target => Model(partition, target))]),
            ["inferenceProfileId"] = Id,
            ["status"] = "ACTIVE",
            ["type"] = Type,
        };
    }

    private JsonObject Model(string partition, string region) => new()
    {
        ["modelArn"] = $"arn:{partition}:bedrock:{region}::foundation-model/{ModelId}",
    };

    private static string[] Texts(JsonElement list) => [.. list.EnumerateArray().Select(item => item.GetString()!)];
}
