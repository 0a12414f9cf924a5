using System.Text.Json;
using BedrockPS.Access;
using BedrockPS.Aws.Tests.Support;
using BedrockPS.Http;

namespace BedrockPS.Aws.Tests.Endpoints;

public sealed class GetEndpointTests
{
    [Theory]
    [InlineData("us-east-1", "amazonaws.com")]
    [InlineData("EU-Central-1", "amazonaws.com")]
    [InlineData("cn-north-1", "amazonaws.com.cn")]
    [InlineData("us-gov-west-1", "amazonaws.com")]
    [InlineData("us-iso-east-1", "c2s.ic.gov")]
    [InlineData("us-isob-east-1", "sc2s.sgov.gov")]
    [InlineData("eusc-de-east-1", "amazonaws.eu")]
    public void Each_partition_has_its_own(string region, string suffix)
    {
        Uri expected = new($"https://bedrock.{region}.{suffix}");

        Assert.Equal(expected, Staged.Gateway.GetEndpoint("bedrock", region));
    }

    [Theory]
    [InlineData("eu-atlantis-7", "amazonaws.com")]
    [InlineData("cn-atlantis-7", "amazonaws.com.cn")]
    [InlineData("us-gov-atlantis-7", "amazonaws.com")]
    [InlineData("us-iso-atlantis-7", "c2s.ic.gov")]
    public void A_region_newer_than_the_sdk_has_that_of_its_prefix(string region, string suffix)
    {
        Uri expected = new($"https://bedrock.{region}.{suffix}");

        Assert.Equal(expected, Staged.Gateway.GetEndpoint("bedrock", region));
    }

    [Theory]
    [InlineData("")]
    [InlineData("frankfurt")]
    [InlineData("eu-central")]
    [InlineData("eu-central-1a")]
    [InlineData("eu-central-1.evil.com")]
    [InlineData("evil.com/eu-central-1")]
    [InlineData("eu-central-1\n")]
    public void What_is_no_region_is_an_error_that_names_it(string region)
    {
        IAwsGateway gateway = Staged.Gateway;

        BedrockException error = Assert.Throws<BedrockException>(() => gateway.GetEndpoint("bedrock", region));

        Assert.Equal(ClientErrorCode.InvalidRequest, error.ErrorCode);
        Assert.Contains($"'{region}'", error.Message, StringComparison.Ordinal);
    }

    [VectorFact]
    public void The_vectors_of_both_services_agree()
    {
        int count = 0;
        foreach (string service in new[] { "bedrock", "bedrock-runtime" })
        {
            string file = Path.Combine(Vectors.Folder!, "endpoints", service + ".json");
            using JsonDocument vectors = JsonDocument.Parse(File.ReadAllText(file));
            foreach (JsonElement test in vectors.RootElement.GetProperty("testCases").EnumerateArray().Where(IsOfRegion))
            {
                JsonElement given = test.GetProperty("params");
                string url = test.GetProperty("expect").GetProperty("endpoint").GetProperty("url").GetString()!;
                Uri found = Staged.Gateway.GetEndpoint(
                    service,
                    given.GetProperty("Region").GetString()!,
                    given.GetProperty("UseFIPS").GetBoolean(),
                    given.GetProperty("UseDualStack").GetBoolean());
                Assert.Equal(new Uri(url), found);
                count++;
            }
        }

        Assert.True(count > 20);
    }

    // The others give an endpoint by hand, or no region: that is decided before this is asked.
    private static bool IsOfRegion(JsonElement test) =>
        test.TryGetProperty("params", out JsonElement parameters)
        && parameters.TryGetProperty("Region", out _)
        && !parameters.TryGetProperty("Endpoint", out _);
}
