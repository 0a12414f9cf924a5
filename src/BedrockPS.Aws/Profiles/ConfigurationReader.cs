using Amazon.Runtime.CredentialManagement;
using BedrockPS.Access;
using BedrockPS.Aws.Endpoints;
using BedrockPS.Aws.Regions;

namespace BedrockPS.Aws.Profiles;

/// <summary>Puts together what settings, environment and profile say of a service.</summary>
internal static class ConfigurationReader
{
    public static AwsConfiguration Read(AwsSettings settings, string service)
    {
        CredentialProfile? profile = FindProfile(settings);
        return new AwsConfiguration
        {
            Region = RegionFinder.Find(settings, profile),
            EndpointUrl = ConfiguredEndpoint.Find(service, profile),
            MaxAttempts = AwsEnvironment.FindMaxAttempts()
                ?? ProfileProperty.Find(profile, "max_attempts", SettingText.ReadAttempts),
            CaBundle = FindCaBundle(profile),
            UseFips = EndpointSwitches.UsesFips(profile),
            UseDualStack = EndpointSwitches.UsesDualStack(profile),
        };
    }

    /// <summary>The certificates to trust on the way to any service.</summary>
    public static Sourced<string>? FindCaBundle(CredentialProfile? profile) =>
        AwsEnvironment.FindCaBundle() ?? ProfileProperty.FindSourced(profile, "ca_bundle");

    /// <summary>The profile that counts; null where there is none.</summary>
    public static CredentialProfile? FindProfile(AwsSettings settings)
    {
        ProfileSource profiles = new(settings.ProfileLocation);
        if (Text.OrNull(settings.ProfileName) is { } name)
        {
            return profiles.Get(name);
        }

        // Whoever has keys and a region from elsewhere needs no profile, and so is not stopped by a name left behind
        // in the environment.
        return RegionFinder.Find(settings, profile: null) is null
            ? profiles.FindAmbient()
            : profiles.Find(ProfileSource.AmbientName);
    }
}
