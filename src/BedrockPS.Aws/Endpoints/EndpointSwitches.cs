using Amazon.Runtime.CredentialManagement;
using BedrockPS.Access;
using BedrockPS.Aws.Profiles;

namespace BedrockPS.Aws.Endpoints;

/// <summary>What kind of public endpoint is wanted, of any service: by the environment, else by the profile.</summary>
internal static class EndpointSwitches
{
    public static Sourced<bool>? UsesFips(CredentialProfile? profile) =>
        AwsEnvironment.UsesFips() ?? OfProfile(profile, "use_fips_endpoint");

    public static Sourced<bool>? UsesDualStack(CredentialProfile? profile) =>
        AwsEnvironment.UsesDualStack() ?? OfProfile(profile, "use_dualstack_endpoint");

    /// <summary>Whether the endpoints that environment and profile name do not count.</summary>
    public static bool IgnoresConfigured(CredentialProfile? profile) =>
        (AwsEnvironment.IgnoresEndpoints() ?? OfProfile(profile, "ignore_configured_endpoint_urls"))?.Value ?? false;

    private static Sourced<bool>? OfProfile(CredentialProfile? profile, string name) =>
        ProfileProperty.Find(profile, name, SettingText.ReadSwitch);
}
