using BedrockPS.Aws.Credentials;
using BedrockPS.Aws.Profiles;
using BedrockPS.Aws.Sts;
using BedrockPS.Http;

namespace BedrockPS.Aws;

/// <summary>The errors of finding credentials; those of a person's sign-in are made beside it.</summary>
/// <remarks>
/// None holds the SDK's exception: its type lives behind the waist, and below it lie what a credential process
/// printed and the lines of the credentials file, which is to say secrets.
/// </remarks>
internal static class AwsError
{
    private const string HowToGive =
        "Name a profile with -ProfileName or Set-BRDefault -ProfileName, make one with 'aws configure', or set "
        + "AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.";

    public static BedrockException ProfileNotFound(string name, ProfileFiles files) => new(
        ClientErrorCode.ProfileNotFound,
        $"There is no profile '{name}' in {files}. Name one that exists with -ProfileName, Set-BRDefault -ProfileName "
        + "or AWS_PROFILE ('aws configure list-profiles' shows them), or make it with "
        + $"'aws configure --profile {name}'.");

    public static BedrockException SourceProfileNotFound(string name, string source, ProfileFiles files) => new(
        ClientErrorCode.ProfileNotFound,
        $"The profile '{name}' names the source_profile '{source}', which is not in {files}. Add it, or correct the "
        + "name.");

    public static BedrockException NoCredentialsIn(string name) => Unusable(
        $"profile '{name}'",
        "it has neither keys nor a role, an SSO session, a login session or a credential_process.");

    public static BedrockException UnreadableProfile(string name, ProfileFiles files, Exception cause) => new(
        ClientErrorCode.InvalidCredentials,
        $"The profile '{name}' cannot be read from {files}: {SafeMessage.Of(cause)}");

    public static BedrockException IncompleteKeys(string given, string missing) => new(
        ClientErrorCode.InvalidCredentials,
        $"{given} was given without {missing}: give both, or neither.");

    public static BedrockException Unusable(string origin, string cause) => new(
        ClientErrorCode.InvalidCredentials,
        $"The credentials of {origin} cannot be used: {cause}");

    public static BedrockException RoleNotAssumed(
        string origin, string role, StsException cause, string advice) => new(
        ClientErrorCode.InvalidCredentials,
        $"The role {role} of {origin} could not be assumed: {Sentence(cause)} {advice}")
    {
        RequestId = cause.RequestId,
    };

    public static BedrockException NotIdentified(string origin, StsException cause) => new(
        cause.Code is null ? ClientErrorCode.ConnectionFailed : ClientErrorCode.InvalidCredentials,
        $"STS does not say who the credentials of {origin} are: {Sentence(cause)}")
    {
        RequestId = cause.RequestId,
    };

    public static BedrockException NobodyToAsk(string origin, string profile, string device) => Unusable(
        origin,
        $"its role asks for a code of the MFA device {device}, and nobody is here to be asked. Run the command in an "
        + "interactive PowerShell; for a script, use a profile whose role asks for no code, or put keys into the "
        + $"environment first ('aws configure export-credentials --profile {profile} --format powershell').");

    public static BedrockException NoCode(string origin, string device) => Unusable(
        origin, $"its role asks for a code of the MFA device {device}, and none was given.");

    public static BedrockException NotFound(ProfileFiles files, string cause) => new(
        ClientErrorCode.CredentialsNotFound,
        $"No AWS credentials were found in the environment (AWS_ACCESS_KEY_ID), in the profile "
        + $"'{Text.OfVariable(ProfileSource.NameVariable) ?? ProfileSource.DefaultName}' of {files}, in the container "
        + $"(AWS_CONTAINER_CREDENTIALS_*) or in the instance's metadata ({cause}). {HowToGive}");

    private static string Sentence(StsException cause)
    {
        string message = SafeMessage.Of(cause).TrimEnd('.');
        return cause.Code is null ? $"{message}." : $"STS says {cause.Code}: {message}.";
    }
}
