using Amazon.Runtime.CredentialManagement;
using BedrockPS.Aws.Endpoints;

namespace BedrockPS.Aws.Sts;

/// <summary>Where STS is.</summary>
internal static class StsEndpoint
{
    private const string Service = "sts";

    /// <summary>The endpoint that a profile or the environment names; null where neither does.</summary>
    public static string? Override(CredentialProfile? profile) => Named(profile)?.AbsoluteUri;

    public static Uri Find(CredentialProfile? profile, string region) => Named(profile)
        ?? PublicEndpoint.Resolve(Service, region, UsesFips(profile, region), UsesDualStack(profile));

    private static Uri? Named(CredentialProfile? profile) => ConfiguredEndpoint.Find(Service, profile)?.Value;

    // The plain endpoints of GovCloud are of validated cryptography, and there are no others.
    private static bool UsesFips(CredentialProfile? profile, string region) =>
        EndpointSwitches.UsesFips(profile) is { Value: true }
        && !region.StartsWith("us-gov-", StringComparison.OrdinalIgnoreCase);

    private static bool UsesDualStack(CredentialProfile? profile) =>
        EndpointSwitches.UsesDualStack(profile) is { Value: true };
}
