using System.Text.Json;
using BedrockPS.Local.Tests.Support;
using BedrockPS.Tests;

namespace BedrockPS.Local.Tests.Operations;

public sealed class AsyncInvokeTests : EndpointTest
{
    private const string Output = """{"s3OutputDataConfig":{"s3Uri":"s3://my-bucket/films"} }""";
    private const string Film =
        $$"""{"modelId":"amazon.nova-reel-v1:1","modelInput":{},"outputDataConfig":{{Output}} }""";

    [Fact]
    public async Task A_job_is_at_work_at_the_first_look_and_done_at_the_second()
    {
        string arn = await StartAsync(Film);

        JsonElement first = await GetAsync(arn);
        JsonElement second = await GetAsync(arn);

        Assert.Equal("InProgress", first.GetProperty("status").GetString());
        Assert.False(first.TryGetProperty("endTime", out _));
        Assert.Equal("Completed", second.GetProperty("status").GetString());
        Assert.True(
            second.GetProperty("endTime").GetDateTimeOffset() >= first.GetProperty("submitTime").GetDateTimeOffset());
        Assert.Contains("s3://my-bucket/films", second.GetProperty("outputDataConfig").GetRawText());
    }

    [Fact]
    public async Task A_script_lets_a_job_fail()
    {
        Endpoint.Enqueue(new LocalReply { Operation = "StartAsyncInvoke", Message = "The bucket is gone." });
        string arn = await StartAsync(Film);

        await GetAsync(arn);
        JsonElement ended = await GetAsync(arn);

        Assert.Equal("Failed", ended.GetProperty("status").GetString());
        Assert.Equal("The bucket is gone.", ended.GetProperty("failureMessage").GetString());
    }

    [Fact]
    public async Task The_same_token_starts_one_job_and_another_request_with_it_is_a_conflict()
    {
        string withToken = Film.Replace("\"modelInput\"", "\"clientRequestToken\":\"t1\",\"modelInput\"");
        string arn = await StartAsync(withToken);

        Assert.Equal(arn, await StartAsync(withToken));
        Assert.NotEqual(arn, await StartAsync(Film));
        await AssertFaultAsync(
            await PostAsync(withToken.Replace("films", "other")), 400, "ConflictException", "clientRequestToken");
    }

    [Fact]
    public async Task Jobs_are_listed_in_pages_by_state_and_by_time()
    {
        for (int i = 0; i < 12; i++)
        {
            await StartAsync(Film);
        }

        string arn = await StartAsync(Film);
        await GetAsync(arn);
        await GetAsync(arn);

        JsonElement first = await ListAsync("");
        JsonElement rest = await ListAsync($"nextToken={first.GetProperty("nextToken").GetString()}");
        Assert.Equal(10, Jobs(first).Length);
        Assert.Equal(arn, Jobs(first)[0]);
        Assert.Equal(3, Jobs(rest).Length);
        Assert.False(rest.TryGetProperty("nextToken", out _));
        Assert.Equal([arn], Jobs(await ListAsync("statusEquals=Completed")));
        Assert.Equal(arn, Jobs(await ListAsync("sortOrder=Ascending&maxResults=1000"))[^1]);
        Assert.Empty(Jobs(await ListAsync("submitTimeBefore=2020-01-01T00:00:00Z")));
        Assert.Equal(13, Jobs(await ListAsync("submitTimeAfter=2020-01-01T00:00:00Z&maxResults=99")).Length);
    }

    [SharedFact("api")]
    public async Task The_answers_are_as_the_service_describes_them()
    {
        ApiDescription api = new("bedrock-runtime");
        JsonElement started = await ReadJsonAsync(await PostAsync(Film));
        string arn = started.GetProperty("invocationArn").GetString()!;

        Assert.Empty(api.Differences("StartAsyncInvoke", started));
        Assert.Empty(api.Differences("GetAsyncInvoke", await GetAsync(arn)));
        Assert.Empty(api.Differences("GetAsyncInvoke", await GetAsync(arn)));
        Assert.Empty(api.Differences("ListAsyncInvokes", await ListAsync("")));
    }

    [Theory]
    [InlineData($$"""{"modelInput":{},"outputDataConfig":{{Output}} }""", "null at 'modelId'")]
    [InlineData($$"""{"modelId":"x.y","outputDataConfig":{{Output}} }""", "null at 'modelInput'")]
    [InlineData("""{"modelId":"x.y","modelInput":{}}""", "null at 'outputDataConfig.s3OutputDataConfig.s3Uri'")]
    [InlineData($$"""{"modelId":"x.y","modelInput":{},"outputDataConfig":{{Output}} }""", "identifier is invalid")]
    [InlineData($$"""{"modelId":"{{Nova}}","modelInput":{},"outputDataConfig":{{Output}} }""", "asynchronous")]
    public async Task What_cannot_be_started_is_refused(string body, string message)
    {
        await AssertFaultAsync(await PostAsync(body), 400, "ValidationException", message);
    }

    [Fact]
    public async Task An_unknown_job_is_refused()
    {
        await AssertFaultAsync(
            await Client.GetAsync("/async-invoke/arn%3Anobody"), 400, "ValidationException", "ARN is invalid");
    }

    private static string[] Jobs(JsonElement page) =>
    [
        .. page.GetProperty("asyncInvokeSummaries").EnumerateArray()
            .Select(job => job.GetProperty("invocationArn").GetString()!),
    ];

    private Task<HttpResponseMessage> PostAsync(string body) => Client.PostAsync("/async-invoke", Json(body));

    private async Task<string> StartAsync(string body) =>
        (await ReadJsonAsync(await PostAsync(body))).GetProperty("invocationArn").GetString()!;

    private async Task<JsonElement> GetAsync(string arn) =>
        await ReadJsonAsync(await Client.GetAsync($"/async-invoke/{Uri.EscapeDataString(arn)}"));

    private async Task<JsonElement> ListAsync(string query) =>
        await ReadJsonAsync(await Client.GetAsync($"/async-invoke?{query}"));
}
