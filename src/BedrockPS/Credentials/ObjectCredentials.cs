using BedrockPS.Access;
using BedrockPS.Http;

namespace BedrockPS.Credentials;

/// <summary>An object with keys in it, whatever its members are called.</summary>
internal sealed class ObjectCredentials(string name, Func<object?> access, Func<object?> secret, Func<object?> token)
    : IAwsKeySource
{
    public string Name => name;

    public bool HasKeys => SecretText.Of(access()) is not null && SecretText.Of(secret()) is not null;

    public Task<AwsKeys> ReadKeysAsync(CancellationToken token) => Task.FromResult(Read());

    private AwsKeys Read() =>
        SecretText.Of(access()) is { } accessKey && SecretText.Of(secret()) is { } secretKey
            ? new AwsKeys(accessKey, secretKey, SecretText.Of(token()))
            : throw new BedrockException(
                ClientErrorCode.InvalidCredentials, $"{name} no longer holds an access key and a secret key.");
}
