using Amazon.Runtime.CredentialManagement;
using BedrockPS.Aws.Credentials;

namespace BedrockPS.Aws.Sso;

/// <summary>Keys of a role that IAM Identity Center has assigned.</summary>
internal static class SsoCredentials
{
    /// <summary>Credentials of a profile with an <c>sso_session</c> or an <c>sso_start_url</c>.</summary>
    public static FoundCredentials Create(CredentialProfile profile, CredentialContext context) =>
        throw AwsError.NotYet(profile.Name);
}
