using BedrockPS.Aws.Credentials;
using BedrockPS.Aws.Profiles;
using BedrockPS.Http;

namespace BedrockPS.Aws;

/// <summary>Every error of this assembly is made here.</summary>
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

    public static BedrockException UnreadableProfile(string name, ProfileFiles files, Exception cause) => new(
        ClientErrorCode.InvalidCredentials,
        $"The profile '{name}' cannot be read from {files}: {SafeMessage.Of(cause)}");

    public static BedrockException IncompleteKeys(string given, string missing) => new(
        ClientErrorCode.InvalidCredentials,
        $"{given} was given without {missing}: give both, or neither.");

    public static BedrockException Unusable(string origin, string cause) => new(
        ClientErrorCode.InvalidCredentials,
        $"The credentials of {origin} cannot be used: {cause}");

    public static BedrockException NotFound(ProfileFiles files, string cause) => new(
        ClientErrorCode.CredentialsNotFound,
        $"No AWS credentials were found in the environment (AWS_ACCESS_KEY_ID), in the profile "
        + $"'{Text.OfVariable(ProfileSource.NameVariable) ?? ProfileSource.DefaultName}' of {files}, in the container "
        + $"(AWS_CONTAINER_CREDENTIALS_*) or in the instance's metadata ({cause}). {HowToGive}");
}
