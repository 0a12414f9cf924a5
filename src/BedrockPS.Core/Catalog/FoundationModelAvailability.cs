using System.Text.Json.Serialization;

namespace BedrockPS;

/// <summary>What an account may have of a foundation model in a region.</summary>
public sealed class FoundationModelAvailability
{
    /// <summary>The model's id.</summary>
    public string ModelId { get; set; } = string.Empty;

    /// <summary>Whether the account has the agreement that the model's provider asks for.</summary>
    [JsonPropertyName("agreementAvailability")]
    public AgreementAvailability? Agreement { get; set; }

    /// <summary><c>AUTHORIZED</c> or <c>NOT_AUTHORIZED</c>.</summary>
    [JsonPropertyName("authorizationStatus")]
    public string? Authorization { get; set; }

    /// <summary><c>AVAILABLE</c> where the account is entitled to the model.</summary>
    [JsonPropertyName("entitlementAvailability")]
    public string? Entitlement { get; set; }

    /// <summary><c>AVAILABLE</c> where the region has the model.</summary>
    [JsonPropertyName("regionAvailability")]
    public string? Region { get; set; }

    /// <summary>Members that this version does not name.</summary>
    [JsonExtensionData]
    public OtherMembers? Other { get; set; }

    /// <summary>The four words in short.</summary>
    public override string ToString() =>
        $"agreement {Agreement}, entitlement {Entitlement}, authorization {Authorization}, region {Region}";
}
