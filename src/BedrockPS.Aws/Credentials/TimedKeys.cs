using BedrockPS.Access;

namespace BedrockPS.Aws.Credentials;

/// <summary>Keys to sign with, and when they end.</summary>
/// <param name="Keys">The keys.</param>
/// <param name="Expires">From when AWS refuses them; null where the source does not say.</param>
internal sealed record TimedKeys(AwsKeys Keys, DateTimeOffset? Expires = null);
