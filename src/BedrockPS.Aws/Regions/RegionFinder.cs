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
    public static Sourced<string>? Find(AwsSettings settings) =>
        From("-Region", Text.OrNull(settings.Region))
        ?? OfNamedProfile(settings)
        ?? From("AWS_REGION", Text.OfVariable("AWS_REGION"))
        ?? From("AWS_DEFAULT_REGION", Text.OfVariable("AWS_DEFAULT_REGION"))
        ?? OfAmbientProfile(settings);

    private static Sourced<string>? OfNamedProfile(AwsSettings settings) =>
        Text.OrNull(settings.ProfileName) is { } name
            ? RegionOf(new ProfileSource(settings.ProfileLocation).Get(name))
            : null;

    // A profile that was named and has no region does not borrow another profile's: the prompt would go to a region
    // that nobody chose for it.
    private static Sourced<string>? OfAmbientProfile(AwsSettings settings) => Text.OrNull(settings.ProfileName) is null
        ? RegionOf(new ProfileSource(settings.ProfileLocation).FindAmbient())
        : null;

    private static Sourced<string>? RegionOf(CredentialProfile? profile) =>
        From($"profile '{profile?.Name}'", profile?.Region?.SystemName);

    private static Sourced<string>? From(string source, string? region) =>
        region is null ? null : new Sourced<string>(region, source);
}
