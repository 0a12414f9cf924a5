using System.Text.RegularExpressions;
using Amazon;
using BedrockPS.Access;
using BedrockPS.Http;

namespace BedrockPS.Aws.Regions;

/// <summary>What AWSSDK.Core knows of regions, minus its readiness to take any host name for one.</summary>
internal static partial class RegionNames
{
    /// <summary>The region of a name; one that is newer than the SDK gets its partition by its prefix.</summary>
    public static RegionEndpoint Resolve(string region)
    {
        Check(region);
        return RegionEndpoint.GetBySystemName(region);
    }

    /// <summary>The region of a name; null where it is the name of no region.</summary>
    public static RegionEndpoint? Find(string region) =>
        Shape().IsMatch(region) ? RegionEndpoint.GetBySystemName(region) : null;

    /// <summary>Refuses what cannot be the name of a region.</summary>
    /// <remarks>The SDK takes 'evil.com' too, and the name becomes part of the host that gets the prompt.</remarks>
    public static void Check(string region)
    {
        if (!Shape().IsMatch(region))
        {
            throw new BedrockException(
                ClientErrorCode.InvalidRequest,
                $"'{region}' is not the name of an AWS region; such names look like 'eu-central-1'.");
        }
    }

    public static IReadOnlyList<AwsRegion> List() =>
    [
        .. RegionEndpoint.EnumerableAllRegions
            .Select(region => new AwsRegion(region.SystemName, region.DisplayName, region.PartitionName))
            .OrderBy(region => region.Name, StringComparer.Ordinal),
    ];

    [GeneratedRegex(@"\A[a-z]{2,}(-[a-z]+)+-[0-9]+\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
