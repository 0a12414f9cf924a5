using Amazon.Runtime.CredentialManagement;
using BedrockPS.Aws.Login;
using BedrockPS.Aws.Sso;

namespace BedrockPS.Aws.Credentials;

/// <summary>The credentials that a profile describes; of several kinds, the one that the AWS CLI chooses.</summary>
internal static class ProfileCredentials
{
    /// <summary>Credentials of a profile that was named, and so must describe some.</summary>
    public static FoundCredentials Get(CredentialProfile profile, CredentialContext context) =>
        Find(profile, context) ?? throw AwsError.NoCredentialsIn(profile.Name);

    /// <summary>Credentials of a profile; null where it describes none, as one of a region only.</summary>
    public static FoundCredentials? Find(CredentialProfile profile, CredentialContext context) =>
        Find(profile, context, new RoleChain(profile.Name));

    /// <summary>Credentials to assume a role with: a profile's own keys come before a role of its own.</summary>
    public static FoundCredentials GetSource(CredentialProfile profile, CredentialContext context, RoleChain chain) =>
        StaticKeys.Find(profile)
        ?? Find(profile, context, chain)
        ?? throw AwsError.NoCredentialsIn(profile.Name);

    /// <summary>What the user calls a profile.</summary>
    public static string OriginOf(CredentialProfile profile) => $"profile '{profile.Name}'";

    private static FoundCredentials? Find(CredentialProfile profile, CredentialContext context, RoleChain chain) =>
        profile.Options switch
        {
            { WebIdentityTokenFile: not null } => WebIdentityCredentials.Create(profile, context),
            { RoleArn: not null } => RoleCredentials.Create(profile, context, chain),
            { SsoSession: not null } or { SsoStartUrl: not null } => SsoCredentials.Create(profile, context),
            { AccessKey: not null } or { SecretKey: not null } => StaticKeys.Find(profile),
            { LoginSession: not null } => LoginCredentials.Create(profile, context),
            { CredentialProcess: not null } => ProcessCredentials.Create(profile, context),
            _ => null,
        };
}
