using System.Security;
using BedrockPS.Http;

namespace BedrockPS.Credentials;

/// <summary>A Bedrock API key, which is presented instead of a signature.</summary>
/// <param name="Read">The key at this moment.</param>
/// <param name="Source">What the user calls the place it came from.</param>
internal sealed record ApiKey(Func<string> Read, string Source)
{
    /// <summary>The variable that AWS's SDKs take such a key from.</summary>
    public const string Variable = "AWS_BEARER_TOKEN_BEDROCK";

    public static ApiKey? Of(SecureString? secret) => secret is null
        ? null
        : new ApiKey(() => SecretText.Of(secret) ?? string.Empty, "Set-BRDefault -ApiKey");

    public static ApiKey? OfEnvironment() => IsInEnvironment
        ? new ApiKey(() => Environment.GetEnvironmentVariable(Variable) ?? string.Empty, Variable)
        : null;

    public static bool IsInEnvironment => !string.IsNullOrWhiteSpace(Environment.GetEnvironmentVariable(Variable));

    public HttpMessageHandler Present(HttpMessageHandler sockets) => new BearerHandler(Read, Source, sockets);
}
