using System.Text.Json.Serialization;
using BedrockPS.Catalog;
using BedrockPS.Json;

namespace BedrockPS;

/// <summary>A router that chooses between models for each question.</summary>
public sealed class PromptRouter
{
    /// <summary>The router's ARN, which is called.</summary>
    public string PromptRouterArn { get; set; } = string.Empty;

    /// <summary>What to call: the ARN.</summary>
    [JsonIgnore]
    public string ModelId => PromptRouterArn;

    /// <summary>Its name, for people.</summary>
    [JsonPropertyName("promptRouterName")]
    public string? Name { get; set; }

    /// <summary>What it is for.</summary>
    public string? Description { get; set; }

    /// <summary><c>AVAILABLE</c> where it can be called.</summary>
    public string? Status { get; set; }

    /// <summary><c>default</c> of AWS, <c>custom</c> of the account.</summary>
    public string? Type { get; set; }

    /// <summary>The models that it chooses from.</summary>
    [JsonConverter(typeof(ReadableListConverter<PromptRouterModel>))]
    public ReadableList<PromptRouterModel>? Models { get; set; }

    /// <summary>The model that answers where the choice does not matter enough.</summary>
    public PromptRouterModel? FallbackModel { get; set; }

    /// <summary>How much better, in per cent, another answer must be to be chosen.</summary>
    [JsonIgnore]
    public double? ResponseQualityDifference => RoutingCriteria?.ResponseQualityDifference;

    /// <summary>When it was made.</summary>
    public DateTimeOffset? CreatedAt { get; set; }

    /// <summary>When it was changed last.</summary>
    public DateTimeOffset? UpdatedAt { get; set; }

    /// <summary>Members that this version does not name.</summary>
    [JsonExtensionData]
    public OtherMembers? Other { get; set; }

    [JsonInclude]
    internal PromptRoutingCriteria? RoutingCriteria { get; set; }

    /// <summary>The router's ARN.</summary>
    public override string ToString() => PromptRouterArn;
}
