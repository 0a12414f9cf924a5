using Amazon.Runtime.CredentialManagement;
using BedrockPS.Access;
using BedrockPS.Aws.Profiles;
using BedrockPS.Http;

namespace BedrockPS.Aws.Endpoints;

/// <summary>How the services that credentials need are reached: STS, SSO, sign-in.</summary>
/// <remarks>No record: printed, one would show the profile, and with it keys.</remarks>
/// <param name="profile">The profile that says so after the environment, if any.</param>
internal sealed class ProfileServices(CredentialProfile? profile)
{
    /// <summary>Where a service is, if somebody names the place.</summary>
    public Sourced<Uri>? FindEndpoint(string service) => ConfiguredEndpoint.Find(service, profile);

    /// <summary>Sockets that trust whom the environment or the profile says, where certificates matter.</summary>
    public HttpMessageHandler FindSockets(Uri address) => SharedSockets.Trusting(
        address.Scheme == Uri.UriSchemeHttps ? ConfigurationReader.FindCaBundle(profile) : null);
}
