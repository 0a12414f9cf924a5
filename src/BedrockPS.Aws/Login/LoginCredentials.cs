using Amazon.Runtime.CredentialManagement;
using BedrockPS.Aws.Credentials;

namespace BedrockPS.Aws.Login;

/// <summary>Keys of a session of <c>aws login</c>.</summary>
internal static class LoginCredentials
{
    /// <summary>Credentials of a profile with a <c>login_session</c>.</summary>
    public static FoundCredentials Create(CredentialProfile profile, CredentialContext context) =>
        throw AwsError.NotYet(profile.Name);
}
