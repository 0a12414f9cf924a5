using Amazon.Runtime;

namespace BedrockPS.Aws.Credentials;

/// <summary>Keys that somebody wrote out in full.</summary>
internal static class StaticKeys
{
    /// <summary>Credentials of the pair; null when neither half is there.</summary>
    public static FoundCredentials? Find(NamedValue accessKey, NamedValue secretKey, string? token) =>
        (Text.OrNull(accessKey.Value), Text.OrNull(secretKey.Value)) switch
        {
            (null, null) => null,
            ({ } key, { } secret) => new FoundCredentials(Create(key, secret, token), $"{accessKey} and {secretKey}"),
            (null, _) => throw AwsError.IncompleteKeys(secretKey.Name, accessKey.Name),
            (_, null) => throw AwsError.IncompleteKeys(accessKey.Name, secretKey.Name),
        };

    /// <summary>The SDK's credentials for keys, with a token where there is one.</summary>
    public static AWSCredentials Create(string accessKey, string secretKey, string? token) =>
        Text.OrNull(token) is { } present
            ? new SessionAWSCredentials(accessKey, secretKey, present)
            : new BasicAWSCredentials(accessKey, secretKey);
}
