using Amazon.Runtime.CredentialManagement;
using BedrockPS.Aws.Profiles;
using BedrockPS.Http;

namespace BedrockPS.Aws.Endpoints;

/// <summary>The sockets of the calls that credentials need: to STS, SSO and sign-in.</summary>
internal static class ServiceSockets
{
    /// <summary>Sockets that trust whom the environment or the profile says, where certificates matter.</summary>
    public static HttpMessageHandler Find(Uri endpoint, CredentialProfile? profile) => SharedSockets.Trusting(
        endpoint.Scheme == Uri.UriSchemeHttps ? ConfigurationReader.FindCaBundle(profile) : null);
}
