using Amazon.Runtime.CredentialManagement;
using BedrockPS.Access;
using BedrockPS.Aws.Profiles;

namespace BedrockPS.Aws.Regions;

/// <summary>The region that somebody named, nearest first.</summary>
/// <remarks>
/// Instance metadata is never asked: away from EC2 that is a wait of many seconds, which a runbook would take for
/// a hang. Nothing is kept between calls either, so a changed variable or file counts at once; the SDK's own
/// FallbackRegionFactory keeps its first answer for the process.
/// </remarks>
internal static class RegionFinder
{
    /// <summary>The region; a profile that was named says it before the environment, any other after it.</summary>
    /// <remarks>
    /// A profile that was named and has no region does not borrow another profile's: the prompt would go to a region
    /// that nobody chose for it.
    /// </remarks>
    public static Sourced<string>? Find(AwsSettings settings, CredentialProfile? profile) =>
        OfSettings(settings)
        ?? (Text.OrNull(settings.ProfileName) is null ? null : OfProfile(profile))
        ?? AwsEnvironment.FindRegion()
        ?? OfProfile(profile);

    private static Sourced<string>? OfSettings(AwsSettings settings) =>
        Text.OrNull(settings.Region) is { } region ? new Sourced<string>(region, settings.RegionNamedBy) : null;

    // The encrypted store of Windows has no settings to read by name.
    private static Sourced<string>? OfProfile(CredentialProfile? profile) =>
        ProfileProperty.FindSourced(profile, "region")
        ?? (profile?.Region is { } region
            ? new Sourced<string>(region.SystemName, $"profile '{profile.Name}'")
            : null);
}
