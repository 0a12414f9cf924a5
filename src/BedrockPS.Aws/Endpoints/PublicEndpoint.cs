using Amazon.Runtime.Internal.Endpoints.StandardLibrary;
using BedrockPS.Aws.Regions;
using BedrockPS.Http;

namespace BedrockPS.Aws.Endpoints;

/// <summary>Where a service of a region is, by the rules that AWS publishes for its endpoints.</summary>
internal static class PublicEndpoint
{
    public static Uri Resolve(string service, string region, bool useFips, bool useDualStack)
    {
        RegionNames.Check(region);
        Partition partition = Fn.Partition(region);
        if ((useFips && !partition.supportsFIPS) || (useDualStack && !partition.supportsDualStack))
        {
            throw new BedrockException(
                ClientErrorCode.InvalidRequest,
                $"The partition '{partition.name}' of region '{region}' has no "
                + $"{(useFips ? "FIPS" : "dual-stack")} endpoints; turn the setting off, or give -EndpointUrl.");
        }

        string suffix = useDualStack ? partition.dualStackDnsSuffix : partition.dnsSuffix;
        return new Uri($"https://{service}{(useFips ? "-fips" : string.Empty)}.{region}.{suffix}");
    }
}
