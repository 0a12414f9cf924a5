using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using BedrockPS.Access;

namespace BedrockPS.Aws.Credentials;

/// <summary>Keys that somebody wrote out in full.</summary>
internal static class StaticKeys
{
    /// <summary>Credentials of the pair; null when neither half is there.</summary>
    public static FoundCredentials? Find(NamedValue accessKey, NamedValue secretKey, string? token) =>
        Find(accessKey, secretKey, token, accessKey.Name);

    /// <summary>The keys in <c>AWS_ACCESS_KEY_ID</c> and its companions.</summary>
    public static FoundCredentials? FindInEnvironment() => Find(
        NamedValue.OfVariable("AWS_ACCESS_KEY_ID"),
        NamedValue.OfVariable("AWS_SECRET_ACCESS_KEY"),
        Text.OfVariable("AWS_SESSION_TOKEN"));

    /// <summary>The keys that a profile holds itself.</summary>
    public static FoundCredentials? Find(CredentialProfile profile) => Find(
        new NamedValue($"aws_access_key_id in profile '{profile.Name}'", profile.Options.AccessKey),
        new NamedValue($"aws_secret_access_key in profile '{profile.Name}'", profile.Options.SecretKey),
        profile.Options.Token,
        ProfileCredentials.OriginOf(profile));

    /// <summary>The SDK's credentials for keys, with a token where there is one.</summary>
    public static AWSCredentials ToSdk(AwsKeys keys) => keys.SessionToken is { } token
        ? new SessionAWSCredentials(keys.AccessKey, keys.SecretKey, token)
        : new BasicAWSCredentials(keys.AccessKey, keys.SecretKey);

    private static FoundCredentials? Find(NamedValue accessKey, NamedValue secretKey, string? token, string origin) =>
        (Text.OrNull(accessKey.Value), Text.OrNull(secretKey.Value)) switch
        {
            (null, null) => null,
            ({ } key, { } secret) => FoundCredentials.OfKeys(origin, new AwsKeys(key, secret, Text.OrNull(token))),
            (null, _) => throw AwsError.IncompleteKeys(secretKey.Name, accessKey.Name),
            (_, null) => throw AwsError.IncompleteKeys(accessKey.Name, secretKey.Name),
        };
}
