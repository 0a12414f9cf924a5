using System.Text.Json.Serialization;

namespace BedrockPS;

/// <summary>The guardrail that watches a call.</summary>
public sealed class GuardrailConfiguration
{
    /// <summary>The guardrail's id or ARN.</summary>
    public string? GuardrailIdentifier { get; set; }

    /// <summary>Its version: a number, or <c>DRAFT</c>.</summary>
    public string? GuardrailVersion { get; set; }

    /// <summary>How much it tells: <c>enabled</c>, <c>disabled</c> or <c>enabled_full</c>.</summary>
    public string? Trace { get; set; }

    /// <summary>For a stream: <c>sync</c> holds text back until it is checked, <c>async</c> does not.</summary>
    public string? StreamProcessingMode { get; set; }

    /// <summary>Members that this version does not name.</summary>
    [JsonExtensionData]
    public IDictionary<string, object?>? Other { get; set; }
}
