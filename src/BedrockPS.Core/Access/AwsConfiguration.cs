using BedrockPS.Http;

namespace BedrockPS.Access;

/// <summary>
/// What settings, environment and profile say of a service together; a null member is said by none of them.
/// </summary>
public sealed record AwsConfiguration
{
    /// <summary>The region's system name.</summary>
    public Sourced<string>? Region { get; init; }

    /// <summary>Where the service is instead of the region's public endpoint.</summary>
    public Sourced<Uri>? EndpointUrl { get; init; }

    /// <summary>The most times that a request is sent.</summary>
    public Sourced<int>? MaxAttempts { get; init; }

    /// <summary>Certificates to trust beside the system's: a file in PEM form.</summary>
    public Sourced<string>? CaBundle { get; init; }

    /// <summary>Whether the endpoint is to be one of validated cryptography (FIPS 140).</summary>
    public Sourced<bool>? UseFips { get; init; }

    /// <summary>Whether the endpoint is to answer over IPv6 too.</summary>
    public Sourced<bool>? UseDualStack { get; init; }

    /// <summary>The region, where a call cannot do without one.</summary>
    /// <exception cref="BedrockException"><c>RegionNotFound</c>: nothing names one.</exception>
    public string RequireRegion() => Region?.Value ?? throw new BedrockException(
        ClientErrorCode.RegionNotFound,
        "No region is known. Give -Region, set one for the session with Set-BRDefault -Region, set AWS_REGION, or add "
        + "'region' to your profile. To try things out without an account: Start-BRLocalEndpoint -SetDefault.");
}
