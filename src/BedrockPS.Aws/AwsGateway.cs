using BedrockPS.Access;
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
    public string? FindRegion(AwsSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return RegionFinder.Find(settings);
    }

    /// <inheritdoc/>
    public string GetDnsSuffix(string region)
    {
        ArgumentNullException.ThrowIfNull(region);
        return RegionNames.GetDnsSuffix(region);
    }

    /// <inheritdoc/>
    public HttpMessageHandler CreateSigner(AwsSettings settings, string region, HttpMessageHandler inner)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(region);
        ArgumentNullException.ThrowIfNull(inner);
        return BedrockSigner.Create(settings, region, inner);
    }
}
