using System.Text.Json.Serialization;

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
    public InferenceProfileModel[]? Models { get; set; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset? CreatedAt { get; set; }

    /// <summary>When it was changed last.</summary>
    public DateTimeOffset? UpdatedAt { get; set; }

    /// <summary>Whether it may route to any region of its partition, instead of to some that it names.</summary>
    [JsonIgnore]
    public bool IsGlobal => Models?.Any(model => model.Region is null) == true;

    /// <summary>Members that this version does not name.</summary>
    [JsonExtensionData]
    public IDictionary<string, object?>? Other { get; set; }

    /// <summary>Whether it routes to the model.</summary>
    /// <param name="modelId">The id of a foundation model.</param>
    public bool Contains(string modelId) =>
        Models?.Any(model => model.ModelId.Equals(modelId, StringComparison.OrdinalIgnoreCase)) == true;

    /// <summary>The profile's id.</summary>
    public override string ToString() => InferenceProfileId;
}
