using System.Text.Json.Serialization;
using BedrockPS.Json;

namespace BedrockPS;

/// <summary>A piece of reasoning.</summary>
public sealed class ReasoningDelta
{
    /// <summary>Part of the thought.</summary>
    [JsonConverter(typeof(PieceConverter))]
    public string? Text { get; set; }

    /// <summary>The provider's proof that the thought is the model's own.</summary>
    public string? Signature { get; set; }

    /// <summary>The encrypted thought, where the provider redacted it.</summary>
    public byte[]? RedactedContent { get; set; }

    /// <summary>Members that this version does not name.</summary>
    [JsonExtensionData]
    public IDictionary<string, object?>? Other { get; set; }
}
