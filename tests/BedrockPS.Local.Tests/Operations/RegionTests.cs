using System.Text.Json;
using BedrockPS.Local.Tests.Support;

namespace BedrockPS.Local.Tests.Operations;

public sealed class RegionTests : EndpointTest
{
    private const string Sonnet = "anthropic.claude-sonnet-4-5-20250929-v1:0";

    [Theory]
    [InlineData("us-east-1", "global us")]
    [InlineData("eu-central-1", "eu global")]
    [InlineData("ap-northeast-1", "apac global jp")]
    [InlineData("ap-southeast-2", "apac au global")]
    [InlineData("ca-central-1", "global us")]
    [InlineData("sa-east-1", "global us")]
    [InlineData("us-gov-west-1", "us-gov")]
    [InlineData("xx-nowhere-1", "")]
    public async Task A_region_lists_the_profiles_that_can_be_called_from_it(string region, string expected)
    {
        JsonElement[] profiles = await ListAsync(region);

        string[] geographies = expected.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(
            geographies.Select(geography => $"{geography}.{Sonnet}"),
            profiles.Select(Id).Where(id => id.EndsWith(Sonnet, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal));
        Assert.All(profiles, profile => Assert.Contains(
            $":bedrock:{region}:000000000000:", profile.GetProperty("inferenceProfileArn").GetString()!));
    }

    [Fact]
    public async Task Arns_are_of_the_partition()
    {
        JsonElement profile = (await ListAsync("us-gov-west-1"))[0];

        Assert.StartsWith("arn:aws-us-gov:", profile.GetProperty("inferenceProfileArn").GetString());
        Assert.All(
            profile.GetProperty("models").EnumerateArray(),
            model => Assert.StartsWith("arn:aws-us-gov:bedrock:us-gov-", model.GetProperty("modelArn").GetString()));
    }

    [Fact]
    public async Task Models_are_of_the_region()
    {
        JsonElement list = await GetAsync("/foundation-models", "eu-west-3");

        Assert.All(
            list.GetProperty("modelSummaries").EnumerateArray(),
            model => Assert.StartsWith(
                "arn:aws:bedrock:eu-west-3::foundation-model/", model.GetProperty("modelArn").GetString()));
    }

    private async Task<JsonElement[]> ListAsync(string region) =>
    [
        .. (await GetAsync("/inference-profiles?maxResults=1000&type=SYSTEM_DEFINED", region))
            .GetProperty("inferenceProfileSummaries").EnumerateArray(),
    ];

    private async Task<JsonElement> GetAsync(string path, string region)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, path);
        request.Headers.Add(LocalEndpoint.RegionHeader, region);
        return await ReadJsonAsync(await Client.SendAsync(request));
    }

    private static string Id(JsonElement profile) => profile.GetProperty("inferenceProfileId").GetString()!;
}
