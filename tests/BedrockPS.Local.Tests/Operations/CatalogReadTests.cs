using System.Text.Json;
using BedrockPS.Local.Tests.Support;

namespace BedrockPS.Local.Tests.Operations;

public sealed class CatalogReadTests : EndpointTest
{
    private const string Sonnet = "anthropic.claude-sonnet-4-5-20250929-v1:0";

    [Theory]
    [InlineData(Nova)]
    [InlineData("arn:aws:bedrock:us-east-1::foundation-model/" + Nova)]
    public async Task Gets_one_model_as_the_list_shows_it(string id)
    {
        JsonElement details = (await GetAsync("/foundation-models", id)).GetProperty("modelDetails");

        JsonElement list = await ReadJsonAsync(await Client.GetAsync("/foundation-models"));
        JsonElement listed = list.GetProperty("modelSummaries").EnumerateArray()
            .Single(model => model.GetProperty("modelId").GetString() == Nova);
        Assert.True(JsonElement.DeepEquals(listed, details));
    }

    [Fact]
    public async Task Every_model_is_available()
    {
        JsonElement answer = await GetAsync("/foundation-model-availability", Nova);

        JsonElement expected = JsonDocument.Parse(
            $$"""
            {"modelId":"{{Nova}}","agreementAvailability":{"status":"AVAILABLE"},"authorizationStatus":"AUTHORIZED",
             "entitlementAvailability":"AVAILABLE","regionAvailability":"AVAILABLE"}
            """).RootElement;
        Assert.True(JsonElement.DeepEquals(expected, answer));
    }

    [Fact]
    public async Task Lists_profiles_in_pages_that_add_up()
    {
        List<string> ids = [];
        List<int> lengths = [];
        string query = "?type=SYSTEM_DEFINED";
        string? token;
        do
        {
            JsonElement page = await ReadJsonAsync(await Client.GetAsync("/inference-profiles" + query));
            string[] found = [.. page.GetProperty("inferenceProfileSummaries").EnumerateArray().Select(Id)];
            ids.AddRange(found);
            lengths.Add(found.Length);
            token = page.TryGetProperty("nextToken", out JsonElement next) ? next.GetString() : null;
            query = "?type=SYSTEM_DEFINED&nextToken=" + token;
        }
        while (token is not null);

        Assert.True(lengths.Count > 1);
        Assert.Equal(ids.Distinct(), ids);
        Assert.Equal(
            ["global." + Sonnet, "us." + Sonnet],
            ids.Where(id => id.EndsWith(Sonnet, StringComparison.Ordinal)).Order());
        Assert.DoesNotContain("local0reports", ids);
    }

    [Fact]
    public async Task Gets_a_profile_by_id_and_by_arn_with_the_model_in_each_region()
    {
        JsonElement byId = await GetAsync("/inference-profiles", "eu." + Sonnet);
        string arn = byId.GetProperty("inferenceProfileArn").GetString()!;
        JsonElement byArn = await GetAsync("/inference-profiles", arn);

        Assert.True(JsonElement.DeepEquals(byId, byArn));
        Assert.Equal("arn:aws:bedrock:eu-central-1:000000000000:inference-profile/eu." + Sonnet, arn);
        Assert.All(Models(byId), model => Assert.Matches("^arn:aws:bedrock:eu-[a-z]+-[0-9]::foundation-model/", model));
    }

    [Fact]
    public async Task A_global_profile_has_a_model_without_a_region()
    {
        JsonElement profile = await GetAsync("/inference-profiles", "global." + Sonnet);

        Assert.Contains("arn:aws:bedrock:::foundation-model/" + Sonnet, Models(profile));
    }

    [Theory]
    [InlineData("/foundation-models/no.such-model", 404, "ResourceNotFoundException")]
    [InlineData("/foundation-models/NO", 400, "ValidationException")]
    [InlineData("/foundation-model-availability/no.such-model", 404, "ResourceNotFoundException")]
    [InlineData("/foundation-model-availability/arn%3Aaws%3Abedrock%3A%3A%3Afoundation-model%2Fa.b", 400,
        "ValidationException")]
    [InlineData("/inference-profiles/us.no.such-model", 404, "ResourceNotFoundException")]
    [InlineData("/inference-profiles/a%20b", 400, "ValidationException")]
    [InlineData("/inference-profiles?type=SMALL", 400, "ValidationException")]
    [InlineData("/inference-profiles?maxResults=0", 400, "ValidationException")]
    [InlineData("/inference-profiles?nextToken=else", 400, "ValidationException")]
    public async Task Refuses_as_the_service_does(string path, int status, string code) =>
        await AssertFaultAsync(await Client.GetAsync(path), status, code, string.Empty);

    [Fact]
    public async Task A_scripted_reply_for_the_path_comes_first()
    {
        Endpoint.Enqueue(new LocalReply
        {
            Path = "/foundation-model-availability", ErrorCode = "AccessDeniedException",
        });

        await AssertFaultAsync(
            await Client.GetAsync("/foundation-model-availability/" + Nova), 403, "AccessDeniedException", "access");
        Assert.Equal("GetFoundationModelAvailability", Assert.Single(Endpoint.Requests).Operation);
    }

    private static string Id(JsonElement profile) => profile.GetProperty("inferenceProfileId").GetString()!;

    private static IEnumerable<string> Models(JsonElement profile) =>
        profile.GetProperty("models").EnumerateArray().Select(model => model.GetProperty("modelArn").GetString()!);

    private async Task<JsonElement> GetAsync(string path, string id) =>
        await ReadJsonAsync(await Client.GetAsync($"{path}/{Uri.EscapeDataString(id)}"));
}
