using Amazon.Runtime.CredentialManagement;

namespace BedrockPS.Aws.Sso;

/// <summary>The role that a profile of IAM Identity Center is for.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="Name">The permission set, which is the role's name in the portal.</param>
internal sealed record SsoRole(string AccountId, string Name)
{
    /// <exception cref="BedrockException"><c>InvalidCredentials</c>: a setting is missing.</exception>
    public static SsoRole Read(CredentialProfile profile) => new(
        Text.OrNull(profile.Options.SsoAccountId) ?? throw SsoError.Incomplete(profile.Name, "'sso_account_id'"),
        Text.OrNull(profile.Options.SsoRoleName) ?? throw SsoError.Incomplete(profile.Name, "'sso_role_name'"));
}
