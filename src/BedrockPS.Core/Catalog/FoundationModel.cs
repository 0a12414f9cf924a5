using System.Text.Json.Serialization;
using BedrockPS.Catalog;

namespace BedrockPS;

/// <summary>A foundation model of a region.</summary>
public sealed class FoundationModel
{
    /// <summary>The id to call it by, where its inference types allow.</summary>
    public string ModelId { get; set; } = string.Empty;

    /// <summary>The model's name, for people.</summary>
    [JsonPropertyName("modelName")]
    public string? Name { get; set; }

    /// <summary>Who makes the model.</summary>
    [JsonPropertyName("providerName")]
    public string? Provider { get; set; }

    /// <summary>What the model reads: <c>TEXT</c>, <c>IMAGE</c>, and others.</summary>
    public string[]? InputModalities { get; set; }

    /// <summary>What the model writes: <c>TEXT</c>, <c>IMAGE</c>, <c>EMBEDDING</c>, and others.</summary>
    public string[]? OutputModalities { get; set; }

    /// <summary>Whether answers can be streamed.</summary>
    [JsonPropertyName("responseStreamingSupported")]
    [JsonConverter(typeof(NullAsFalseConverter))]
    public bool Streaming { get; set; }

    /// <summary>How the model can be called: <c>ON_DEMAND</c>, <c>PROVISIONED</c>, <c>INFERENCE_PROFILE</c>.</summary>
    [JsonPropertyName("inferenceTypesSupported")]
    public string[]? InferenceTypes { get; set; }

    /// <summary>How the model can be customised, such as <c>FINE_TUNING</c>.</summary>
    [JsonPropertyName("customizationsSupported")]
    public string[]? Customizations { get; set; }

    /// <summary>Where the model stands in its life.</summary>
    [JsonPropertyName("modelLifecycle")]
    public ModelLifecycle? Lifecycle { get; set; }

    /// <summary>The model's ARN.</summary>
    public string? ModelArn { get; set; }

    /// <summary>
    /// Members that the service sends without describing them, such as <c>converse</c> and <c>modelFamily</c>.
    /// </summary>
    [JsonExtensionData]
    public IDictionary<string, object?>? Other { get; set; }

    /// <summary>The model's id.</summary>
    public override string ToString() => ModelId;
}
