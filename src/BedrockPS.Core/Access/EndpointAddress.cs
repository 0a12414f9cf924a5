using BedrockPS.Http;

namespace BedrockPS.Access;

/// <summary>Where a service is, as far as somebody says so.</summary>
public static class EndpointAddress
{
    /// <summary>The host prefix of the control plane.</summary>
    public const string ControlPlane = "bedrock";

    /// <summary>The host prefix of the runtime.</summary>
    public const string Runtime = "bedrock-runtime";

    /// <summary>Refuses a URL that no request can go to.</summary>
    /// <param name="url">The URL.</param>
    /// <param name="place">Where it was given, in the user's words.</param>
    /// <exception cref="BedrockException"><c>InvalidRequest</c>: no request can go there.</exception>
    public static Uri Check(Uri url, string place)
    {
        ArgumentNullException.ThrowIfNull(url);
        if (!(url.IsAbsoluteUri && url.Scheme is "http" or "https"))
        {
            // Before the host there may be a password.
            string shown = url.IsAbsoluteUri ? $"{url.Scheme}://{url.Host}" : url.OriginalString;
            throw new BedrockException(
                ClientErrorCode.InvalidRequest, $"{place} is '{shown}', which is not an http or https URL.");
        }

        return url.UserInfo.Length == 0
            ? url
            : throw new BedrockException(
                ClientErrorCode.InvalidRequest, $"{place} holds a name or password, which AWS has no use for.");
    }

    /// <summary>Chooses where calls go: the named endpoint, else the configured one, else the region's own.</summary>
    /// <param name="gateway">Knows the public endpoints.</param>
    /// <param name="service">The host prefix of the service.</param>
    /// <param name="named">The endpoint that the caller named; null where none was named.</param>
    /// <param name="configuration">What environment and profile say.</param>
    /// <exception cref="BedrockException">
    /// <c>RegionNotFound</c>: it would depend on the region, and none is known. <c>InvalidRequest</c>: FIPS or dual
    /// stack is asked for together with an endpoint, which AWS's own rules refuse.
    /// </exception>
    public static Uri Choose(
        IAwsGateway gateway, string service, Sourced<Uri>? named, AwsConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(gateway);
        ArgumentNullException.ThrowIfNull(configuration);
        if ((named ?? configuration.EndpointUrl) is { } endpoint)
        {
            Refuse(endpoint, configuration.UseFips, "a FIPS endpoint");
            Refuse(endpoint, configuration.UseDualStack, "a dual-stack endpoint");
            return endpoint.Value;
        }

        return gateway.GetEndpoint(
            service,
            configuration.RequireRegion(),
            configuration.UseFips?.Value ?? false,
            configuration.UseDualStack?.Value ?? false);
    }

    private static void Refuse(Sourced<Uri> endpoint, Sourced<bool>? setting, string wish)
    {
        if (setting is { Value: true })
        {
            throw new BedrockException(
                ClientErrorCode.InvalidRequest,
                $"{setting.Source} asks for {wish}, while {endpoint.Source} names one: {endpoint.Value}. AWS does not "
                + "support the two together: turn the setting off, or leave the endpoint to the region.");
        }
    }
}
