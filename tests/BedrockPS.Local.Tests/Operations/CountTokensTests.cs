using System.Text;
using System.Text.Json;
using BedrockPS.Local.Tests.Support;

namespace BedrockPS.Local.Tests.Operations;

public sealed class CountTokensTests : EndpointTest
{
    private const string Haiku = "anthropic.claude-3-haiku-20240307-v1:0";
    private const string Conversation = """
        {"messages":[{"role":"user","content":[{"text":"What is the weather in Paris?"}]}],
         "system":[{"text":"Be brief."}],
         "toolConfig":{"tools":[{"toolSpec":{"name":"get_weather","inputSchema":{"json":{"type":"object"}}}}]}}
        """;

    private const string Native = """
        {"anthropic_version":"bedrock-2023-05-31","max_tokens":9,
         "messages":[{"role":"user","content":"How many tokens is this sentence?"}]}
        """;

    [Fact]
    public async Task A_conversation_counts_what_its_answer_reports()
    {
        JsonElement answer = await ConverseJsonAsync(Conversation);

        int counted = await CountAsync(Nova, $$"""{"converse":{{Conversation}}}""");

        Assert.Equal(answer.GetProperty("usage").GetProperty("inputTokens").GetInt32(), counted);
    }

    [Fact]
    public async Task A_native_body_counts_what_its_answer_reports()
    {
        JsonElement answer = await ReadJsonAsync(await PostAsync(Haiku, "invoke", Native));
        string body = Convert.ToBase64String(Encoding.UTF8.GetBytes(Native));

        int counted = await CountAsync(Haiku, $$"""{"invokeModel":{"body":"{{body}}"} }""");

        Assert.Equal(answer.GetProperty("usage").GetProperty("input_tokens").GetInt32(), counted);
    }

    [Fact]
    public async Task A_model_that_only_profiles_serve_is_counted_by_its_own_id()
    {
        Assert.True(await CountAsync(
            "anthropic.claude-sonnet-4-5-20250929-v1:0", $$"""{"converse":{{Conversation}}}""") > 0);
    }

    [Theory]
    [InlineData("us." + Nova, $$"""{"converse":{{Conversation}}}""", "doesn't support counting tokens")]
    [InlineData("amazon.titan-embed-text-v2:0", $$"""{"converse":{{Conversation}}}""", "doesn't support counting")]
    [InlineData("no.model", $$"""{"converse":{{Conversation}}}""", "The provided model identifier is invalid.")]
    [InlineData(Nova, "null", "null at 'input'")]
    [InlineData(Nova, "{}", "either a converse or an invokeModel request")]
    [InlineData(Nova, """{"invokeModel":{"body":"{}"}}""", "base64")]
    [InlineData(Nova, """{"converse":{"messages":[]}}""", "messages field is required")]
    public async Task What_cannot_be_counted_is_refused(string model, string input, string message)
    {
        await AssertFaultAsync(
            await PostAsync(model, "count-tokens", $$"""{"input":{{input}}}"""), 400, "ValidationException", message);
    }

    private async Task<int> CountAsync(string model, string input)
    {
        JsonElement answer =
            await ReadJsonAsync(await PostAsync(model, "count-tokens", $$"""{"input":{{input}}}"""));
        return answer.GetProperty("inputTokens").GetInt32();
    }
}
