namespace BedrockPS.Tests;

/// <summary>Whole answers of Converse.</summary>
public class ConverseAnswerTests
{
    [Fact]
    public async Task EveryMemberHasItsPlace()
    {
        ConverseResponse response = await AskAsync(
            """
            {"output":{"message":{"role":"assistant","content":[{"text":"hi"}]}},"stopReason":"end_turn",
             "usage":{"inputTokens":1,"outputTokens":2,"totalTokens":3,
              "cacheReadInputTokens":4,"cacheWriteInputTokens":5},
             "metrics":{"latencyMs":6},"additionalModelResponseFields":{"a":7},"trace":{"b":8}}
            """);

        Assert.Equal(("hi", "end_turn", 6L), (response.Text, response.StopReason, response.LatencyMs));
        Assert.Equal((4L, 5L), (response.Usage!.CacheReadInputTokens, response.Usage.CacheWriteInputTokens));
        Assert.Equal("""{"a":7}""", JsonOf.Document(response.AdditionalFields));
        Assert.Equal("""{"b":8}""", JsonOf.Document(response.Trace));
        Assert.Equal((Calls.Model, "id-1", 1), (response.ModelId, response.RequestId, response.Attempts));
        Assert.Null(response.Other);
    }

    [Fact]
    public async Task UnknownMembersAreKeptUnderTheirOwnNames()
    {
        ConverseResponse response = await AskAsync(
            """
            {"output":{"message":{"role":"assistant","content":[]},"vision":1},"stopReason":"end_turn",
             "metrics":{"latencyMs":6,"queueMs":2},"serviceTier":{"type":"flex"}}
            """);

        JsonOf.AssertSame(
            """{"output":{"vision":1},"metrics":{"queueMs":2},"serviceTier":{"type":"flex"}}""",
            JsonOf.Document(response.Other));
    }

    [Fact]
    public async Task AnOutputOfANewKindIsKept()
    {
        ConverseResponse response = await AskAsync("""{"output":{"film":{"length":3}},"stopReason":"end_turn"}""");

        Assert.Null(response.Message);
        Assert.Empty(response.Text);
        JsonOf.AssertSame("""{"output":{"film":{"length":3}}}""", JsonOf.Document(response.Other));
    }

    [Fact]
    public async Task TextIsJoinedAndReasoningLeftOut()
    {
        ConverseResponse response = await AskAsync(
            """
            {"output":{"message":{"role":"assistant","content":[{"reasoningContent":{"reasoningText":{"text":"hm"}}},
             {"text":"a"},{"hologram":{"x":1}},{"text":"b"}]}},"stopReason":"end_turn"}
            """);

        Assert.Equal(("ab", "hm"), (response.Text, response.Reasoning));
        Assert.Equal("hologram", Assert.IsType<OtherBlock>(response.Message!.Content[2]).Kind);
    }

    private static async Task<ConverseResponse> AskAsync(string body)
    {
        await using RawServer server = new(_ => RawServer.Response(
            "200 OK\r\nContent-Type: application/json\r\nx-amzn-RequestId: id-1", body));
        return await Calls.ConverseAsync(server.Uri);
    }

    [Fact]
    public async Task AnAnswerThatIsCutWithinACharacterIsKept()
    {
        using LocalEndpoint endpoint = LocalEndpoint.Start();
        endpoint.Enqueue(new LocalReply
        {
            ContentType = "application/json",
            Body = """
                {"output":{"message":{"role":"assistant","content":[{"text":"half \ud83d"}]}},"stopReason":"max_tokens"}
                """,
        });

        ConverseResponse response = await Calls.ConverseAsync(endpoint.Uri);

        Assert.Equal("half \ud83d", response.Text);
    }
}
