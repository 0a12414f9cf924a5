namespace BedrockPS.TestServers;

/// <summary>Keys that a server of STS knows.</summary>
/// <param name="AccessKey">The access key id.</param>
/// <param name="SecretKey">The secret.</param>
/// <param name="Token">The session token; null of lasting keys.</param>
/// <param name="Arn">Whose they are.</param>
/// <param name="Expires">When they end.</param>
public sealed record StsKeys(string AccessKey, string SecretKey, string? Token, string Arn, DateTimeOffset Expires);
