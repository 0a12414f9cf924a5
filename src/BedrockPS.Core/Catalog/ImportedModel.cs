using System.Text.Json.Serialization;

namespace BedrockPS;

/// <summary>A model that the account has brought along.</summary>
public sealed class ImportedModel
{
    /// <summary>The model's ARN, which is called.</summary>
    public string ModelArn { get; set; } = string.Empty;

    /// <summary>What to call: the ARN.</summary>
    [JsonIgnore]
    public string ModelId => ModelArn;

    /// <summary>The model's name, for people.</summary>
    [JsonPropertyName("modelName")]
    public string? Name { get; set; }

    /// <summary>The architecture, such as <c>llama3</c>.</summary>
    [JsonPropertyName("modelArchitecture")]
    public string? Architecture { get; set; }

    /// <summary>Whether it follows instructions, as Converse needs it; null where the service does not say.</summary>
    public bool? InstructSupported { get; set; }

    /// <summary>When it was imported.</summary>
    [JsonPropertyName("creationTime")]
    public DateTimeOffset? CreatedAt { get; set; }

    /// <summary>Members that this version does not name.</summary>
    [JsonExtensionData]
    public OtherMembers? Other { get; set; }

    /// <summary>The model's ARN.</summary>
    public override string ToString() => ModelArn;
}
