using Amazon.Runtime.CredentialManagement;
using BedrockPS.Access;
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

    private static Uri? Named(CredentialProfile? profile) =>
        IsTrue(Text.OfVariable("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS")) ?? profile?.IgnoreConfiguredEndpointUrls ?? false
            ? null
            : EndpointAddress.FromEnvironment(Service);

    // The plain endpoints of GovCloud are of validated cryptography, and there are no others.
    private static bool UsesFips(CredentialProfile? profile, string region) =>
        (IsTrue(Text.OfVariable("AWS_USE_FIPS_ENDPOINT")) ?? profile?.UseFIPSEndpoint ?? false)
        && !region.StartsWith("us-gov-", StringComparison.OrdinalIgnoreCase);

    private static bool UsesDualStack(CredentialProfile? profile) =>
        IsTrue(Text.OfVariable("AWS_USE_DUALSTACK_ENDPOINT")) ?? profile?.UseDualstackEndpoint ?? false;

    private static bool? IsTrue(string? text) => bool.TryParse(text, out bool value) ? value : null;
}
