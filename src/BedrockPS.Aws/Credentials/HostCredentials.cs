using Amazon.Runtime;
using BedrockPS.Aws.Profiles;

namespace BedrockPS.Aws.Credentials;

/// <summary>The role of the machine: a web identity, a container's role, an instance's role.</summary>
/// <remarks>
/// The SDK's DefaultAWSCredentialsIdentityResolver does this too, but would first read the default profile from
/// wherever the environment pointed when the process began, and so could sign with keys the user has turned from.
/// </remarks>
internal static class HostCredentials
{
    public const string DisabledVariable = "AWS_EC2_METADATA_DISABLED";

    public static FoundCredentials Find(ProfileFiles files) =>
        OfWebIdentity() ?? OfContainer(files) ?? OfInstance(files);

    private static FoundCredentials? OfWebIdentity() =>
        Text.OfVariable(AssumeRoleWithWebIdentityCredentials.WebIdentityTokenFileEnvVariable) is null
            ? null
            : ProfileCredentials.Guard(
                $"the web identity in {AssumeRoleWithWebIdentityCredentials.WebIdentityTokenFileEnvVariable}",
                AssumeRoleWithWebIdentityCredentials.FromEnvironmentVariables,
                ProfileCredentials.NeedsSts);

    private static FoundCredentials? OfContainer(ProfileFiles files) =>
        Text.OfVariable("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI") is null
        && Text.OfVariable("AWS_CONTAINER_CREDENTIALS_FULL_URI") is null
            ? null
            : Limited(new GenericContainerCredentials(), files);

    private static FoundCredentials OfInstance(ProfileFiles files)
    {
        // The SDK's class for instance roles asks regardless.
        if (bool.TryParse(Text.OfVariable(DisabledVariable), out bool disabled) && disabled)
        {
            throw AwsError.NotFound(files, $"not asked: {DisabledVariable} is set");
        }

        try
        {
            return Limited(new InstanceProfileAWSCredentials(), files);
        }
        catch (Exception e)
        {
            throw AwsError.NotFound(files, SafeMessage.Of(e));
        }
    }

    private static FoundCredentials Limited(AWSCredentials credentials, ProfileFiles files) => new(
        credentials, cause => AwsError.NotFound(files, SafeMessage.Of(cause)), MetadataLimit.Read());
}
