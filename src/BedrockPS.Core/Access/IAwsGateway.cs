namespace BedrockPS.Access;

/// <summary>
/// The narrow waist to AWSSDK.Core: what is behind it lives in a load context of its own, so only types of the
/// base class library and of this assembly may pass.
/// </summary>
/// <remarks>
/// One belongs to one session, that is to one runspace. It keeps what it has got of temporary credentials (of an
/// assumed role, say) and uses them again until they are about to expire, or until what they follow from changes.
/// </remarks>
public interface IAwsGateway
{
    /// <summary>Reads settings, environment and profile anew; no network.</summary>
    /// <param name="settings">What the caller said.</param>
    /// <param name="service">The host prefix of the service, such as <c>bedrock-runtime</c>.</param>
    /// <exception cref="BedrockException">
    /// <c>ProfileNotFound</c>: the named profile does not exist. <c>InvalidRequest</c>: a value cannot be one.
    /// </exception>
    AwsConfiguration ReadConfiguration(AwsSettings settings, string service);

    /// <summary>The public endpoint of a service, by the rules of the region's partition.</summary>
    /// <exception cref="BedrockException">
    /// <c>InvalidRequest</c>: no region is named so, or its partition has no such endpoint.
    /// </exception>
    Uri GetEndpoint(string service, string region, bool useFips = false, bool useDualStack = false);

    /// <summary>
    /// Makes a handler that signs each request with Signature Version 4 for the service <c>bedrock</c>.
    /// </summary>
    /// <param name="settings">Where the credentials come from; resolved on the first request, not here.</param>
    /// <param name="region">The region to sign for.</param>
    /// <param name="inner">The handler that sends what was signed; it is not disposed with the signer.</param>
    /// <exception cref="BedrockException">
    /// On sending: <c>CredentialsNotFound</c>, <c>ProfileNotFound</c>, <c>InvalidCredentials</c> or
    /// <c>SignInRequired</c>.
    /// </exception>
    HttpMessageHandler CreateSigner(AwsSettings settings, string region, HttpMessageHandler inner);

    /// <summary>Who would sign, found without the network; null where only the machine's role is left to ask.</summary>
    /// <exception cref="BedrockException">As on sending, as far as it can be known without the network.</exception>
    CredentialOrigin? FindCredentials(AwsSettings settings);

    /// <summary>Asks STS whom it takes the caller for.</summary>
    Task<CallerIdentity> GetCallerIdentityAsync(AwsSettings settings, string region, CancellationToken token);

    /// <summary>
    /// Signs in to IAM Identity Center by the device flow, and keeps the token where the AWS CLI does.
    /// </summary>
    /// <exception cref="BedrockException">
    /// <c>InvalidCredentials</c>: the profile is not one of SSO, or the sign-in was refused or came too late.
    /// <c>SignInRequired</c>: nobody is there to sign in.
    /// </exception>
    Task<SsoToken> SignInAsync(SsoSignIn request, CancellationToken token);

    /// <summary>The regions that the SDK knows, of every partition.</summary>
    IReadOnlyList<AwsRegion> ListRegions();

    /// <summary>The profiles of the user's files, by name; an unreadable file has none.</summary>
    IReadOnlyList<string> ListProfiles(string? profileLocation);
}
