using System.Text.Json.Serialization;

namespace BedrockPS;

/// <summary>A guardrail of the account in one of its versions.</summary>
public sealed class Guardrail
{
    /// <summary>The id to name it by.</summary>
    public string GuardrailId { get; set; } = string.Empty;

    /// <summary>The guardrail's ARN.</summary>
    public string GuardrailArn { get; set; } = string.Empty;

    /// <summary>The version: <c>DRAFT</c> or a number.</summary>
    [JsonPropertyName("version")]
    public string? GuardrailVersion { get; set; }

    /// <summary>Its name, for people.</summary>
    public string? Name { get; set; }

    /// <summary>What it is for.</summary>
    public string? Description { get; set; }

    /// <summary><c>READY</c> where it can be used.</summary>
    public string? Status { get; set; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset? CreatedAt { get; set; }

    /// <summary>When it was changed last.</summary>
    public DateTimeOffset? UpdatedAt { get; set; }

    /// <summary>Members that this version does not name, such as the policies; a list does not say them.</summary>
    [JsonExtensionData]
    public OtherMembers? Other { get; set; }

    /// <summary>The guardrail's id.</summary>
    public override string ToString() => GuardrailId;

    /// <summary>Takes over what a list calls by other names than the answer about one guardrail.</summary>
    internal Guardrail Adopt()
    {
        GuardrailId = Take("id") ?? GuardrailId;
        GuardrailArn = Take("arn") ?? GuardrailArn;
        Other = Other is { Count: > 0 } ? Other : null;
        return this;
    }

    private string? Take(string name) => Other?.Remove(name, out object? value) == true ? value as string : null;
}
