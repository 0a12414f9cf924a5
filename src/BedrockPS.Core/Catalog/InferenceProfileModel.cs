using System.Text.Json.Serialization;
using BedrockPS.Catalog;

namespace BedrockPS;

/// <summary>A model that an inference profile routes to, in one region.</summary>
public sealed class InferenceProfileModel
{
    /// <summary>The model's ARN; it has no region where the profile may route to any.</summary>
    public string ModelArn { get; set; } = string.Empty;

    /// <summary>The model's id.</summary>
    [JsonIgnore]
    public string ModelId => ModelIdentifier.Parse(ModelArn).Name;

    /// <summary>The region; null where the profile may route to any.</summary>
    [JsonIgnore]
    public string? Region => ModelIdentifier.Parse(ModelArn).Region;

    /// <summary>Members that this version does not name.</summary>
    [JsonExtensionData]
    public OtherMembers? Other { get; set; }

    /// <summary>The model's ARN.</summary>
    public override string ToString() => ModelArn;
}
