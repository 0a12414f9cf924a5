using Amazon.Runtime.Internal.Endpoints.StandardLibrary;
using BedrockPS.Aws.Endpoints;
using BedrockPS.Aws.Regions;
using BedrockPS.Aws.SignIn;

namespace BedrockPS.Aws.Login;

/// <summary>Where the service behind <c>aws login</c> is: under the console's names, not the APIs'.</summary>
internal static class SignInEndpoint
{
    private static readonly Dictionary<string, string> ConsoleDomains = new(StringComparer.Ordinal)
    {
        ["aws"] = "aws.amazon.com",
        ["aws-cn"] = "amazonaws.cn",
        ["aws-us-gov"] = "amazonaws-us-gov.com",
        ["aws-eusc"] = "amazonaws-eusc.eu",
        ["aws-iso"] = "c2shome.ic.gov",
        ["aws-iso-b"] = "sc2shome.sgov.gov",
        ["aws-iso-e"] = "csphome.adc-e.uk",
        ["aws-iso-f"] = "csphome.hci.ic.gov",
    };

    /// <summary>The address of the operation that issues tokens.</summary>
    public static Uri Token(ProfileServices services, string region) =>
        ServiceAddress.Operation(ServiceAddress.Find(services, "signin", () => Public(region)), "v1/token");

    private static Uri Public(string region)
    {
        RegionNames.Check(region);
        Partition partition = Fn.Partition(region);
        string domain = ConsoleDomains.GetValueOrDefault(partition.name, partition.dnsSuffix);
        return new Uri($"https://{region}.signin.{domain}");
    }
}
