using System.Text.Json.Serialization;

namespace BedrockPS;

/// <summary>A model or inference profile that a prompt router may choose.</summary>
public sealed class PromptRouterModel
{
    /// <summary>Its ARN.</summary>
    public string ModelArn { get; set; } = string.Empty;

    /// <summary>Members that this version does not name.</summary>
    [JsonExtensionData]
    public OtherMembers? Other { get; set; }

    /// <summary>Its ARN.</summary>
    public override string ToString() => ModelArn;
}
