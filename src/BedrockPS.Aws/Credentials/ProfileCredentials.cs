using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using BedrockPS.Aws.Profiles;

namespace BedrockPS.Aws.Credentials;

/// <summary>The credentials that a profile describes.</summary>
internal static class ProfileCredentials
{
    /// <summary>Why a role, SSO or login fails here, where the SDK would ask for an assembly by name.</summary>
    public const string NeedsSts =
        "it needs a call to AWS STS, SSO or sign-in, which this module does not make. Give it keys: with "
        + "'credential_process = aws configure export-credentials --profile NAME' in a profile, or in the environment.";

    public static FoundCredentials Find(CredentialProfile profile, ProfileSource source) => Guard(
        $"the profile '{profile.Name}'",
        () => AWSCredentialsFactory.GetAWSCredentials(profile, source),
        AsksAws(profile.Options) ? NeedsSts : null);

    /// <summary>Makes credentials, and sees to it that their failures are told in terms of their origin.</summary>
    public static FoundCredentials Guard(string origin, Func<AWSCredentials> make, string? reason)
    {
        try
        {
            return new FoundCredentials(make(), ToError, Timeout.InfiniteTimeSpan);
        }
        catch (Exception e)
        {
            throw ToError(e);
        }

        BedrockException ToError(Exception cause) =>
            AwsError.Unusable(origin, IsMissingAssembly(cause) && reason is not null ? reason : SafeMessage.Of(cause));
    }

    private static bool AsksAws(CredentialProfileOptions options) =>
        (options.RoleArn ?? options.SsoSession ?? options.SsoStartUrl ?? options.LoginSession) is not null;

    // With AWS.Tools in the session the SDK finds that module's assemblies, whose types are not ours.
    private static bool IsMissingAssembly(Exception cause) =>
        cause is InvalidCastException or MissingMethodException
        || (cause.InnerException is FileNotFoundException { FileName: { } name }
            && name.StartsWith("AWSSDK.", StringComparison.Ordinal));
}
