using BedrockPS.Access;
using BedrockPS.Aws.Credentials;
using BedrockPS.Aws.Endpoints;
using BedrockPS.Aws.Profiles;
using BedrockPS.Aws.Regions;
using BedrockPS.Aws.Signing;
using BedrockPS.Aws.Sso;
using BedrockPS.Aws.Sts;

namespace BedrockPS.Aws;

/// <summary>AWSSDK.Core behind the waist: regions, profiles, credentials and signatures.</summary>
/// <remarks>
/// No member of this class may have a type of AWSSDK.Core in its signature or its fields: loading the class would
/// then load that assembly, before anybody needs it.
/// </remarks>
public sealed class AwsGateway : IAwsGateway
{
    private readonly KeyCache _keys;

    /// <summary>A gateway of the machine's clock.</summary>
    public AwsGateway()
        : this(TimeProvider.System)
    {
    }

    /// <summary>A gateway with a clock of its own, which says when keys are to be renewed.</summary>
    /// <param name="clock">The clock.</param>
    public AwsGateway(TimeProvider clock) => _keys = new KeyCache(clock);

    /// <inheritdoc/>
    public AwsConfiguration ReadConfiguration(AwsSettings settings, string service)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(service);
        return ConfigurationReader.Read(settings, service);
    }

    /// <inheritdoc/>
    public Uri GetEndpoint(string service, string region, bool useFips = false, bool useDualStack = false)
    {
        ArgumentNullException.ThrowIfNull(service);
        ArgumentNullException.ThrowIfNull(region);
        return PublicEndpoint.Resolve(service, region, useFips, useDualStack);
    }

    /// <inheritdoc/>
    public HttpMessageHandler CreateSigner(AwsSettings settings, string region, HttpMessageHandler inner)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(region);
        ArgumentNullException.ThrowIfNull(inner);
        return BedrockSigner.Create(settings, region, _keys, inner);
    }

    /// <inheritdoc/>
    public CredentialOrigin? FindCredentials(AwsSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return CredentialOrigins.Find(new CredentialContext(settings, Region: null, _keys));
    }

    /// <inheritdoc/>
    public Task<CallerIdentity> GetCallerIdentityAsync(AwsSettings settings, string region, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(region);
        return StsIdentity.AskAsync(new CredentialContext(settings, region, _keys), region, token);
    }

    /// <inheritdoc/>
    public Task<SsoToken> SignInAsync(SsoSignIn request, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(request);
        return SsoSignInOperation.RunAsync(request, _keys.Clock, token);
    }

    /// <inheritdoc/>
    public IReadOnlyList<AwsRegion> ListRegions() => RegionNames.List();

    /// <inheritdoc/>
    public IReadOnlyList<string> ListProfiles(string? profileLocation) =>
        new ProfileSource(profileLocation).ListNames();
}
