using System.Text.RegularExpressions;
using Amazon;
using BedrockPS.Http;

namespace BedrockPS.Aws.Regions;

/// <summary>What AWSSDK.Core knows of regions, minus its readiness to take any host name for one.</summary>
internal static partial class RegionNames
{
    public static string GetDnsSuffix(string region) => Resolve(region).PartitionDnsSuffix;

    /// <summary>The region of a name; one that is newer than the SDK gets its partition by its prefix.</summary>
    public static RegionEndpoint Resolve(string region)
    {
        // The SDK takes 'evil.com' too, and the name becomes part of the host that gets the prompt.
        if (!Shape().IsMatch(region))
        {
            throw new BedrockException(
                ClientErrorCode.InvalidRequest,
                $"'{region}' is not the name of an AWS region; such names look like 'eu-central-1'.");
        }

        return RegionEndpoint.GetBySystemName(region);
    }

    [GeneratedRegex(@"\A[a-z]{2,}(-[a-z]+)+-[0-9]+\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
