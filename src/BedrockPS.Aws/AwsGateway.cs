using BedrockPS.Access;
using BedrockPS.Aws.Endpoints;
using BedrockPS.Aws.Profiles;
using BedrockPS.Aws.Regions;
using BedrockPS.Aws.Signing;

namespace BedrockPS.Aws;

/// <summary>AWSSDK.Core behind the waist: regions, profiles, credentials and signatures.</summary>
/// <remarks>
/// No member of this class may have a type of AWSSDK.Core in its signature or its fields: loading the class would
/// then load that assembly, before anybody needs it.
/// </remarks>
public sealed class AwsGateway : IAwsGateway
{
    /// <inheritdoc/>
    public AwsConfiguration ReadConfiguration(AwsSettings settings, string service)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(service);
        return new AwsConfiguration { Region = RegionFinder.Find(settings) };
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
        return BedrockSigner.Create(settings, region, inner);
    }

    /// <inheritdoc/>
    public IReadOnlyList<AwsRegion> ListRegions() => RegionNames.List();

    /// <inheritdoc/>
    public IReadOnlyList<string> ListProfiles(string? profileLocation) => new ProfileSource(profileLocation).ListNames();
}
