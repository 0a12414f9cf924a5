namespace BedrockPS.Access;

/// <summary>What a caller said about who signs and where: every member may be absent.</summary>
public sealed record AwsSettings
{
    /// <summary>The region's system name, such as <c>eu-central-1</c>.</summary>
    public string? Region { get; init; }

    /// <summary>What gave the region, in the user's words.</summary>
    public string RegionNamedBy { get; init; } = "-Region";

    /// <summary>A profile of the shared configuration; a missing one is an error, never a fall-through.</summary>
    public string? ProfileName { get; init; }

    /// <summary>What named the profile, in the user's words.</summary>
    public string ProfileNamedBy { get; init; } = "-ProfileName";

    /// <summary>The shared credentials file to read profiles from, instead of the default one.</summary>
    public string? ProfileLocation { get; init; }

    /// <summary>An access key id, which goes with <see cref="SecretKey"/>.</summary>
    public string? AccessKey { get; init; }

    /// <summary>The secret that belongs to <see cref="AccessKey"/>.</summary>
    public string? SecretKey { get; init; }

    /// <summary>The session token of temporary keys.</summary>
    public string? SessionToken { get; init; }

    /// <summary>An object that has keys; it comes after keys and profile.</summary>
    public IAwsKeySource? Credential { get; init; }

    /// <summary>
    /// Asks a person for the code of an MFA device; null where nobody is there to be asked, which is then an error.
    /// </summary>
    public Func<MfaChallenge, CancellationToken, Task<string>>? AskMfaCode { get; init; }

    /// <summary>Whether credentials were named outright: by keys, by a profile or by an object.</summary>
    public bool NamesCredentials =>
        AccessKey is not null || SecretKey is not null || SessionToken is not null || ProfileName is not null
        || Credential is not null;

    /// <summary>Names the source of the credentials, never a secret.</summary>
    public override string ToString() =>
        $"region {Region ?? "(not given)"}, "
        + (AccessKey is not null ? "explicit keys" : ProfileName ?? Credential?.Name ?? "(default chain)");
}
