using BedrockPS.Access;
using BedrockPS.Diagnosis;

namespace BedrockPS.Session;

/// <summary>Who calls, and where: for people who ask why a call fails.</summary>
internal sealed record Caller
{
    public Sourced<string>? Region { get; init; }

    /// <summary>Where the credentials come from.</summary>
    public string? Credentials { get; init; }

    /// <summary>Whom AWS takes the caller for.</summary>
    public CallerIdentity? Identity { get; init; }

    /// <summary>What went wrong in finding out.</summary>
    public BedrockException? Failure { get; init; }

    public string? ProfileName { get; init; }

    public AdviceFacts Facts => new() { Region = Region?.Value, ProfileName = ProfileName };

    /// <summary>The beginning of an answer about a model.</summary>
    public ModelAccess Begin(string modelId) => new()
    {
        ModelId = modelId,
        Region = Region?.Value,
        RegionSource = Region?.Source,
        Credentials = Credentials,
        Identity = Identity?.Arn,
        AccountId = Identity?.AccountId,
    };
}
