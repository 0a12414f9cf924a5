using System.Text.Json.Serialization;

namespace BedrockPS;

/// <summary>Whether the account has the agreement that a model's provider asks for.</summary>
public sealed class AgreementAvailability
{
    /// <summary><c>AVAILABLE</c>, <c>PENDING</c>, <c>NOT_AVAILABLE</c> or <c>ERROR</c>.</summary>
    public string? Status { get; set; }

    /// <summary>What is wrong with the agreement, where something is.</summary>
    public string? ErrorMessage { get; set; }

    /// <summary>Members that this version does not name.</summary>
    [JsonExtensionData]
    public OtherMembers? Other { get; set; }

    /// <summary>The status.</summary>
    public override string ToString() => Status ?? string.Empty;
}
