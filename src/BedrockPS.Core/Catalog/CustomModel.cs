using System.Text.Json.Serialization;

namespace BedrockPS;

/// <summary>A model that the account has made of another one.</summary>
public sealed class CustomModel
{
    /// <summary>The model's ARN.</summary>
    public string ModelArn { get; set; } = string.Empty;

    /// <summary>The model's ARN, for what asks for a model; a call needs a deployment or throughput of it.</summary>
    [JsonIgnore]
    public string ModelId => ModelArn;

    /// <summary>The model's name, for people.</summary>
    [JsonPropertyName("modelName")]
    public string? Name { get; set; }

    /// <summary><c>Active</c>, <c>Creating</c> or <c>Failed</c>.</summary>
    [JsonPropertyName("modelStatus")]
    public string? Status { get; set; }

    /// <summary>How it was made, such as <c>FINE_TUNING</c> or <c>DISTILLATION</c>.</summary>
    public string? CustomizationType { get; set; }

    /// <summary>The ARN of the model that it was made of.</summary>
    public string? BaseModelArn { get; set; }

    /// <summary>The name of the model that it was made of; only a list says it.</summary>
    public string? BaseModelName { get; set; }

    /// <summary>The account that owns it; only a list says it.</summary>
    public string? OwnerAccountId { get; set; }

    /// <summary>When it was made.</summary>
    [JsonPropertyName("creationTime")]
    public DateTimeOffset? CreatedAt { get; set; }

    /// <summary>Why it failed, where it did; a list does not say.</summary>
    public string? FailureMessage { get; set; }

    /// <summary>Members that this version does not name, such as those of the training.</summary>
    [JsonExtensionData]
    public OtherMembers? Other { get; set; }

    /// <summary>The model's ARN.</summary>
    public override string ToString() => ModelArn;
}
