using System.Text.Json.Serialization;

namespace BedrockPS;

/// <summary>Throughput for a model that the account has bought.</summary>
public sealed class ProvisionedThroughput
{
    /// <summary>Its ARN, which is called instead of a model's id.</summary>
    public string ProvisionedModelArn { get; set; } = string.Empty;

    /// <summary>What to call: the ARN.</summary>
    [JsonIgnore]
    public string ModelId => ProvisionedModelArn;

    /// <summary>Its name, for people.</summary>
    [JsonPropertyName("provisionedModelName")]
    public string? Name { get; set; }

    /// <summary>
    /// <c>InService</c> where it can be called; else <c>Creating</c>, <c>Updating</c> or <c>Failed</c>.
    /// </summary>
    public string? Status { get; set; }

    /// <summary>The ARN of the model that answers now.</summary>
    public string? ModelArn { get; set; }

    /// <summary>The ARN of the model that is to answer.</summary>
    public string? DesiredModelArn { get; set; }

    /// <summary>The ARN of the foundation model behind it.</summary>
    public string? FoundationModelArn { get; set; }

    /// <summary>How many units it has.</summary>
    public int? ModelUnits { get; set; }

    /// <summary>How many units it is to have.</summary>
    public int? DesiredModelUnits { get; set; }

    /// <summary>For how long it was bought: <c>OneMonth</c>, <c>SixMonths</c>; null without a commitment.</summary>
    public string? CommitmentDuration { get; set; }

    /// <summary>When the commitment ends.</summary>
    public DateTimeOffset? CommitmentExpirationTime { get; set; }

    /// <summary>When it was made.</summary>
    [JsonPropertyName("creationTime")]
    public DateTimeOffset? CreatedAt { get; set; }

    /// <summary>When it was changed last.</summary>
    [JsonPropertyName("lastModifiedTime")]
    public DateTimeOffset? UpdatedAt { get; set; }

    /// <summary>Why it failed, where it did; a list does not say.</summary>
    public string? FailureMessage { get; set; }

    /// <summary>Members that this version does not name.</summary>
    [JsonExtensionData]
    public OtherMembers? Other { get; set; }

    /// <summary>Its ARN.</summary>
    public override string ToString() => ProvisionedModelArn;
}
