using System.Text.Json;
using BedrockPS.Local.Resources;
using BedrockPS.Local.Tests.Support;
using BedrockPS.Tests;

namespace BedrockPS.Local.Tests.Operations;

public sealed class ResourceTests : EndpointTest
{
    [SharedFact("api")]
    public async Task Every_list_and_every_get_is_as_the_service_describes_it()
    {
        ApiDescription api = new("bedrock");
        List<string> differences = [];
        foreach (ResourceKind kind in ResourceKinds.All)
        {
            JsonElement list = await GetAsync($"/{kind.Name}?maxResults=1000");
            differences.AddRange(api.Differences(kind.ListOperation, list));
            foreach (JsonElement item in list.GetProperty(kind.ListMember).EnumerateArray())
            {
                differences.AddRange(api.Differences(kind.GetOperation, await GetAsync(ItemPath(kind, item))));
            }
        }

        // The description forbids custom routers in these patterns, and names them as a type.
        differences.RemoveAll(difference => difference.Contains(":prompt-router/", StringComparison.Ordinal));
        Assert.Empty(differences);
    }

    [Fact]
    public async Task Pages_lead_through_the_whole_list()
    {
        foreach (ResourceKind kind in ResourceKinds.All)
        {
            List<string> names = [];
            string next = "";
            int pages = 0;
            do
            {
                JsonElement page = await GetAsync($"/{kind.Name}?{next}");
                names.AddRange(page.GetProperty(kind.ListMember).EnumerateArray().Select(item => item.GetRawText()));
                next = page.TryGetProperty("nextToken", out JsonElement token) ? $"nextToken={token.GetString()}" : "";
                pages++;
            }
            while (next.Length > 0);

            JsonElement whole = await GetAsync($"/{kind.Name}?maxResults=1000");
            IEnumerable<string> all =
                whole.GetProperty(kind.ListMember).EnumerateArray().Select(item => item.GetRawText());
            Assert.Equal(all, names);
            Assert.True(pages > 1, $"All {kind.Name} are on one page.");
        }
    }

    [Theory]
    [InlineData("custom-models?nameContains=TRIAGE", "modelName", "incident-triage-next incident-triage")]
    [InlineData("custom-models?modelStatus=Failed", "modelName", "incident-triage-next")]
    [InlineData("custom-models?creationTimeBefore=2026-01-31T00:00:00Z", "modelName", "incident-triage")]
    [InlineData("custom-models?sortOrder=Ascending&maxResults=1", "modelName", "incident-triage")]
    [InlineData("custom-models?isOwned=false", "modelName", "")]
    [InlineData("imported-models?creationTimeAfter=2026-02-01T00:00:00Z", "modelName", "plain-qwen")]
    [InlineData("provisioned-model-throughputs?statusEquals=InService", "provisionedModelName", "triage-fast")]
    [InlineData("guardrails?guardrailIdentifier=local0guard1", "version", "DRAFT 1")]
    [InlineData("prompt-routers?type=custom", "promptRouterName", "nova-by-length")]
    [InlineData("model-invocation-jobs?statusEquals=InProgress", "jobName", "ticket-labels")]
    [InlineData("model-invocation-jobs?nameContains=nightly", "jobName", "nightly-broken nightly-summary")]
    public async Task Filters_leave_what_they_name(string query, string member, string expected)
    {
        JsonElement page = await GetAsync($"/{query}");

        JsonElement list = page.EnumerateObject().First(part => part.Value.ValueKind == JsonValueKind.Array).Value;
        Assert.Equal(
            expected, string.Join(' ', list.EnumerateArray().Select(item => item.GetProperty(member).GetString())));
    }

    [Theory]
    [InlineData("custom-models/incident-triage", "jobName", "incident-triage-1")]
    [InlineData("imported-models/local0import", "modelName", "house-llama")]
    [InlineData("provisioned-model-throughput/triage-fast", "status", "InService")]
    [InlineData("guardrails/local0guard1", "version", "DRAFT")]
    [InlineData("guardrails/local0guard1?guardrailVersion=1", "version", "1")]
    [InlineData("model-invocation-job/local000job2", "jobName", "ticket-labels")]
    [InlineData(
        "guardrails/arn%3Aaws%3Abedrock%3Aus-east-1%3A000000000000%3Aguardrail%2Flocal0guard2", "name", "watch-only")]
    public async Task Gets_one_by_name_id_or_arn(string path, string member, string expected)
    {
        Assert.Equal(expected, (await GetAsync($"/{path}")).GetProperty(member).GetString());
    }

    [Theory]
    [InlineData("custom-models/nobody", 404, "ResourceNotFoundException", "Could not find a custom model")]
    [InlineData("guardrails/local0guard1?guardrailVersion=9", 404, "ResourceNotFoundException", "guardrail")]
    [InlineData("imported-models/a%20b", 400, "ValidationException", "Value 'a b'")]
    [InlineData("custom-models?maxResults=0", 400, "ValidationException", "Value '0' at 'maxResults'")]
    [InlineData("custom-models?nextToken=rubbish", 400, "ValidationException", "pagination token")]
    [InlineData("custom-models?modelStatus=Sleeping", 400, "ValidationException", "[Active, Creating, Failed]")]
    [InlineData("imported-models?creationTimeAfter=soon", 400, "ValidationException", "ISO 8601")]
    [InlineData("custom-models?sortOrder=Random", 400, "ValidationException", "[Ascending, Descending]")]
    public async Task Refuses_what_it_cannot_find_or_read(string path, int status, string code, string message)
    {
        await AssertFaultAsync(await Client.GetAsync($"/{path}"), status, code, message);
    }

    [Fact]
    public async Task What_a_test_adds_is_listed_and_found()
    {
        Endpoint.AddResource("imported-models", """
            {"modelArn":"arn:aws:bedrock:us-east-1:000000000000:imported-model/mine00000000","modelName":"mine",
             "creationTime":"2027-01-01T00:00:00Z","jobName":"mine-1"}
            """);

        JsonElement first = (await GetAsync("/imported-models")).GetProperty("modelSummaries")[0];
        Assert.Equal("mine", first.GetProperty("modelName").GetString());
        Assert.False(first.TryGetProperty("jobName", out _));
        Assert.Equal("mine-1", (await GetAsync("/imported-models/mine")).GetProperty("jobName").GetString());
    }

    [Theory]
    [InlineData("wishes", "{}", "custom-models, guardrails")]
    [InlineData("guardrails", "[]", "JSON object")]
    [InlineData("guardrails", "{", "not JSON")]
    public void What_cannot_be_added_is_refused(string kind, string json, string message)
    {
        ArgumentException refusal = Assert.Throws<ArgumentException>(() => Endpoint.AddResource(kind, json));
        Assert.Contains(message, refusal.Message);
    }

    private static string ItemPath(ResourceKind kind, JsonElement item)
    {
        string key = kind.Name == ResourceKinds.Guardrails ? "id" : kind.Keys[0];
        return $"/{kind.ItemName ?? kind.Name}/{Uri.EscapeDataString(item.GetProperty(key).GetString()!)}";
    }

    private async Task<JsonElement> GetAsync(string path)
    {
        using HttpResponseMessage response = await Client.GetAsync(path);
        JsonElement answer = await ReadJsonAsync(response);
        Assert.True(response.IsSuccessStatusCode, $"{path}: {answer}");
        return answer;
    }
}
