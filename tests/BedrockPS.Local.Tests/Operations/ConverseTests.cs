using System.Net;
using System.Text.Json;
using BedrockPS.Local.Tests.Support;

namespace BedrockPS.Local.Tests.Operations;

public sealed class ConverseTests : EndpointTest
{
    [Fact]
    public async Task Answers_with_text_that_mentions_the_prompt()
    {
        JsonElement answer = await ConverseJsonAsync(Ask("What is PowerShell?"));

        Assert.Contains("What is PowerShell?", TextOf(answer));
        Assert.Equal("end_turn", answer.GetProperty("stopReason").GetString());
    }

    [Fact]
    public async Task The_same_prompt_gets_the_same_text_from_every_model_and_endpoint()
    {
        using LocalEndpoint other = LocalEndpoint.Start();
        using HttpClient client = new() { BaseAddress = other.Uri };
        JsonElement first = await ConverseJsonAsync(Ask("Why?"));
        JsonElement second = await ReadJsonAsync(await client.PostAsync(
            Path("meta.llama3-8b-instruct-v1:0", "converse"), Json(Ask("Why?"))));

        Assert.Equal(TextOf(first), TextOf(second));
    }

    [Fact]
    public async Task A_system_prompt_changes_the_text()
    {
        List<string> texts = [];
        for (int i = 0; i < 8; i++)
        {
            texts.Add(TextOf(await ConverseJsonAsync($$"""
                {"system":[{"text":"Be {{i}}"}],"messages":[{"role":"user","content":[{"text":"Why?"}]}]}
                """)));
        }

        Assert.True(texts.Distinct().Count() > 1);
    }

    [Fact]
    public async Task Counts_tokens_that_add_up()
    {
        JsonElement usage = (await ConverseJsonAsync(Ask("12345678"))).GetProperty("usage");

        Assert.Equal(2, usage.GetProperty("inputTokens").GetInt32());
        Assert.Equal(
            usage.GetProperty("totalTokens").GetInt32(),
            usage.GetProperty("inputTokens").GetInt32() + usage.GetProperty("outputTokens").GetInt32());
        Assert.Equal(0, usage.GetProperty("cacheReadInputTokens").GetInt32());
    }

    [Fact]
    public async Task Max_tokens_cuts_the_text()
    {
        JsonElement answer = await ConverseJsonAsync(Ask("Tell me a story", new { maxTokens = 3 }));

        Assert.Equal("max_tokens", answer.GetProperty("stopReason").GetString());
        Assert.Equal(3, answer.GetProperty("usage").GetProperty("outputTokens").GetInt32());
        Assert.Equal(12, TextOf(answer).Length);
    }

    [Fact]
    public async Task A_stop_sequence_ends_the_text()
    {
        List<string> stop = ["STOP"];
        JsonElement answer = await ConverseJsonAsync(Ask("one STOP two", new { stopSequences = stop }));

        Assert.Equal("stop_sequence", answer.GetProperty("stopReason").GetString());
        Assert.DoesNotContain("STOP", TextOf(answer));
    }

    [Fact]
    public async Task Every_answer_has_a_request_id()
    {
        using HttpResponseMessage response = await ConverseAsync(Ask("hi"));

        Assert.True(Guid.TryParse(response.Headers.GetValues("x-amzn-RequestId").Single(), out _));
    }

    [Fact]
    public async Task Additional_fields_are_accepted()
    {
        using HttpResponseMessage response = await ConverseAsync(new
        {
            messages = new[] { new { role = "user", content = new[] { new { text = "hi" } } } },
            additionalModelRequestFields = new { top_k = 5 },
        });

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("""{"any":{}}""")]
    [InlineData("""{"tool":{"name":"get_weather"}}""")]
    public async Task A_forced_tool_is_used_with_input_that_fits_its_schema(string choice)
    {
        JsonElement answer = await ConverseJsonAsync("""
            {"messages":[{"role":"user","content":[{"text":"Weather?"}]}],
             "toolConfig":{"toolChoice":@,"tools":[{"toolSpec":{"name":"get_weather","inputSchema":{"json":
               {"type":"object","required":["city","days","unit"],"properties":{"city":{"type":"string"},
                "days":{"type":"integer","minimum":2},"unit":{"enum":["C","F"]},"note":{"type":"string"}}}}}}]}}
            """.Replace("@", choice, StringComparison.Ordinal));

        JsonElement message = answer.GetProperty("output").GetProperty("message");
        JsonElement use = message.GetProperty("content")[0].GetProperty("toolUse");
        Assert.Equal("tool_use", answer.GetProperty("stopReason").GetString());
        Assert.Equal("get_weather", use.GetProperty("name").GetString());
        Assert.Equal("""{"city":"example","days":2,"unit":"C"}""", use.GetProperty("input").GetRawText());
    }

    [Fact]
    public async Task Tools_without_a_forced_choice_leave_the_answer_text()
    {
        JsonElement answer = await ConverseJsonAsync("""
            {"messages":[{"role":"user","content":[{"text":"Weather?"}]}],
             "toolConfig":{"tools":[{"toolSpec":{"name":"t","inputSchema":{"json":{}}}}]}}
            """);

        Assert.Equal("end_turn", answer.GetProperty("stopReason").GetString());
    }

    [Fact]
    public async Task A_json_schema_gets_text_that_satisfies_it()
    {
        const string schema = """{"type":"object","required":["n"],"properties":{"n":{"type":"boolean"}}}""";
        object format = new { type = "json_schema", structure = new { jsonSchema = new { schema } } };
        JsonElement answer = await ConverseJsonAsync(new
        {
            messages = new[] { new { role = "user", content = new[] { new { text = "Name one" } } } },
            outputConfig = new { textFormat = format },
        });

        Assert.Equal("""{"n":true}""", TextOf(answer));
    }

    [Fact]
    public async Task A_raw_colon_in_the_path_is_as_good_as_an_escaped_one()
    {
        using HttpResponseMessage response = await Client.PostAsync($"/model/{Nova}/converse", Json(Ask("hi")));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(Nova, Endpoint.Requests[0].ModelId);
    }
}
