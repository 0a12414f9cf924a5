using System.Text.Json.Serialization;
using BedrockPS.Catalog;
using BedrockPS.Json;

namespace BedrockPS;

/// <summary>A way to call a model that AWS or the account has made: across regions, or to tell calls apart.</summary>
public sealed class InferenceProfile
{
    /// <summary>The id to call it by.</summary>
    public string InferenceProfileId { get; set; } = string.Empty;

    /// <summary>The profile's ARN, which can be called too.</summary>
    public string InferenceProfileArn { get; set; } = string.Empty;

    /// <summary>The profile's name, for people.</summary>
    [JsonPropertyName("inferenceProfileName")]
    public string? Name { get; set; }

    /// <summary>What it is for.</summary>
    public string? Description { get; set; }

    /// <summary><c>ACTIVE</c> where it can be called.</summary>
    public string? Status { get; set; }

    /// <summary><c>SYSTEM_DEFINED</c> or <c>APPLICATION</c>.</summary>
    public string? Type { get; set; }

    /// <summary>The models that it routes to: one model, in each of its regions.</summary>
    [JsonConverter(typeof(ReadableListConverter<InferenceProfileModel>))]
    public ReadableList<InferenceProfileModel>? Models { get; set; }

    /// <summary>The foundation model that it routes to, by id; null where the service does not say.</summary>
    [JsonIgnore]
    public string? FoundationModelId => Models is [{ } first, ..] ? first.ModelId : null;

    /// <summary>The regions that it routes to; one that may be any is not among them.</summary>
    [JsonIgnore]
    public ReadableList<string> Regions => [.. (Models ?? []).Select(model => model.Region).OfType<string>()];

    /// <summary>
    /// What to call: the id, or, of a profile that the account made, the ARN, which alone the service takes.
    /// </summary>
    [JsonIgnore]
    public string ModelId => Type == InferenceProfileType.Application && InferenceProfileArn.Length > 0
        ? InferenceProfileArn
        : InferenceProfileId;

    /// <summary>
    /// Where its calls are processed, such as <c>eu</c> or <c>global</c>: what its id says before the model's; null of
    /// a profile that the account made.
    /// </summary>
    [JsonIgnore]
    public string? Geography => ProfileGeography.Of(this);

    /// <summary>When it was made.</summary>
    public DateTimeOffset? CreatedAt { get; set; }

    /// <summary>When it was changed last.</summary>
    public DateTimeOffset? UpdatedAt { get; set; }

    /// <summary>Whether it may route to any region of its partition, instead of to some that it names.</summary>
    [JsonIgnore]
    public bool IsGlobal => Models?.Any(model => model.Region is null) == true;

    /// <summary>Members that this version does not name.</summary>
    [JsonExtensionData]
    public OtherMembers? Other { get; set; }

    /// <summary>Whether it routes to the model.</summary>
    /// <param name="modelId">The id of a foundation model.</param>
    public bool Contains(string modelId) =>
        Models?.Any(model => model.ModelId.Equals(modelId, StringComparison.OrdinalIgnoreCase)) == true;

    /// <summary>The profile's id.</summary>
    public override string ToString() => InferenceProfileId;
}
