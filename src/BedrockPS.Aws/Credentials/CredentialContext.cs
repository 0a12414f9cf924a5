using BedrockPS.Access;
using BedrockPS.Aws.Profiles;

namespace BedrockPS.Aws.Credentials;

/// <summary>What a search for credentials works with: the settings, the files as they are now, the session.</summary>
/// <param name="Settings">What the caller said.</param>
/// <param name="Region">The region to sign for; null where nothing will be signed.</param>
/// <param name="Keys">The keys that the session has.</param>
internal sealed record CredentialContext(AwsSettings Settings, string? Region, KeyCache Keys)
{
    /// <summary>The profiles of the files that count at this moment.</summary>
    public ProfileSource Profiles { get; } = new(Settings.ProfileLocation);

    /// <summary>The session's clock.</summary>
    public TimeProvider Clock => Keys.Clock;
}
