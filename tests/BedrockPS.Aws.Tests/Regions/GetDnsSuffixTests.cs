using System.Text.Json;
using BedrockPS.Access;
using BedrockPS.Aws.Tests.Support;
using BedrockPS.Http;

namespace BedrockPS.Aws.Tests.Regions;

public sealed class GetDnsSuffixTests
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
        Assert.Equal(suffix, Staged.Gateway.GetDnsSuffix(region));
    }

    [Theory]
    [InlineData("eu-atlantis-7", "amazonaws.com")]
    [InlineData("cn-atlantis-7", "amazonaws.com.cn")]
    [InlineData("us-gov-atlantis-7", "amazonaws.com")]
    [InlineData("us-iso-atlantis-7", "c2s.ic.gov")]
    public void A_region_newer_than_the_sdk_has_that_of_its_prefix(string region, string suffix)
    {
        Assert.Equal(suffix, Staged.Gateway.GetDnsSuffix(region));
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

        BedrockException error = Assert.Throws<BedrockException>(() => gateway.GetDnsSuffix(region));

        Assert.Equal(ClientErrorCode.InvalidRequest, error.ErrorCode);
        Assert.Contains($"'{region}'", error.Message, StringComparison.Ordinal);
    }

    [VectorFact]
    public void It_is_that_of_the_service_s_own_endpoints()
    {
        string file = Path.Combine(Vectors.Folder!, "endpoints", "bedrock-runtime.json");
        using JsonDocument vectors = JsonDocument.Parse(File.ReadAllText(file));
        JsonElement[] plain = [.. vectors.RootElement.GetProperty("testCases").EnumerateArray().Where(IsPlain)];

        Assert.NotEmpty(plain);
        Assert.All(plain, test =>
        {
            string region = test.GetProperty("params").GetProperty("Region").GetString()!;
            string url = test.GetProperty("expect").GetProperty("endpoint").GetProperty("url").GetString()!;
            Assert.Equal(url, $"https://bedrock-runtime.{region}.{Staged.Gateway.GetDnsSuffix(region)}");
        });
    }

    // Neither FIPS nor dual stack, which have suffixes of their own, and no endpoint given by hand.
    private static bool IsPlain(JsonElement test) =>
        test.TryGetProperty("params", out JsonElement parameters)
        && parameters.TryGetProperty("Region", out _)
        && !parameters.TryGetProperty("Endpoint", out _)
        && !parameters.GetProperty("UseDualStack").GetBoolean()
        && !parameters.GetProperty("UseFIPS").GetBoolean();
}
