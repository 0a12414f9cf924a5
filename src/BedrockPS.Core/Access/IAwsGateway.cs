namespace BedrockPS.Access;

/// <summary>
/// The narrow waist to AWSSDK.Core: what is behind it lives in a load context of its own, so only types of the
/// base class library and of this assembly may pass.
/// </summary>
public interface IAwsGateway
{
    /// <summary>The region that the settings, the environment or the profile name; null when none does.</summary>
    /// <exception cref="BedrockException"><c>ProfileNotFound</c>: the named profile does not exist.</exception>
    string? FindRegion(AwsSettings settings);

    /// <summary>The DNS suffix of the region's partition, such as <c>amazonaws.com</c>.</summary>
    string GetDnsSuffix(string region);

    /// <summary>
    /// Makes a handler that signs each request with Signature Version 4 for the service <c>bedrock</c>.
    /// </summary>
    /// <param name="settings">Where the credentials come from; resolved on the first request, not here.</param>
    /// <param name="region">The region to sign for.</param>
    /// <param name="inner">The handler that sends what was signed; it is not disposed with the signer.</param>
    /// <exception cref="BedrockException">
    /// On sending: <c>CredentialsNotFound</c>, <c>ProfileNotFound</c> or <c>InvalidCredentials</c>.
    /// </exception>
    HttpMessageHandler CreateSigner(AwsSettings settings, string region, HttpMessageHandler inner);
}
