using System.Collections;
using System.Text.Json;
using BedrockPS.Local.Tests.Support;

namespace BedrockPS.Local.Tests.Replies;

public sealed class ReplySequenceTests : EndpointTest
{
    [Fact]
    public async Task What_comes_then_takes_the_place_of_a_reply_that_is_used_up()
    {
        Endpoint.Enqueue(new LocalReply
        {
            Text = "first",
            Times = 2,
            Then = [new LocalReply { Text = "second", Then = [new LocalReply { Text = "third" }] }],
        });
        Endpoint.Enqueue(new LocalReply { Text = "after" });

        Assert.Equal(["first", "first", "second", "third", "after"], await TextsAsync(5));
    }

    [Fact]
    public async Task A_reply_that_repeats_is_never_used_up()
    {
        Endpoint.Enqueue(new LocalReply { Text = "again", Repeat = true });

        Assert.All(await TextsAsync(20), text => Assert.Equal("again", text));
    }

    [Fact]
    public async Task A_predicate_sees_the_request_as_an_object()
    {
        Endpoint.Enqueue(new LocalReply { Predicate = request => request.Text == "two", Text = "matched" });

        Assert.NotEqual("matched", TextOf(await ConverseJsonAsync(Ask("one"))));
        Assert.Equal("matched", TextOf(await ConverseJsonAsync(Ask("two"))));
    }

    [Fact]
    public async Task A_predicate_that_fails_says_so_and_is_not_worth_asking_again()
    {
        Endpoint.Enqueue(new LocalReply { Predicate = _ => throw new TimeoutException("It took too long.") });

        await AssertFaultAsync(await ConverseAsync(Ask("x")), 400, "ValidationException", "It took too long.");
    }

    [Fact]
    public async Task An_operation_opens_itself_to_scripts_and_what_comes_then_is_for_it_too()
    {
        Endpoint.Enqueue(new LocalReply
        {
            Operation = "CountTokens",
            ErrorCode = "ThrottlingException",
            Then = [new LocalReply { Body = """{"inputTokens":7}""" }],
        });
        string body = $$"""{"input":{"converse":{{JsonSerializer.Serialize(Ask("x"))}} } }""";

        Assert.Contains("x", TextOf(await ConverseJsonAsync(Ask("x"))));
        Assert.Equal(429, (int)(await PostAsync(Nova, "count-tokens", body)).StatusCode);
        JsonElement counted = await ReadJsonAsync(await PostAsync(Nova, "count-tokens", body));
        Assert.Equal(7, counted.GetProperty("inputTokens").GetInt32());
    }

    [Fact]
    public async Task Several_tools_are_used_at_once_each_under_an_id_of_its_own()
    {
        LocalToolUse use = new() { Name = "get_date" };
        Endpoint.Enqueue(new LocalReply { Text = "both", ToolUses = [use, use], Times = 2 });

        JsonElement content = (await ConverseJsonAsync(Ask("x"))).GetProperty("output").GetProperty("message")
            .GetProperty("content");
        List<Frame> frames = await StreamAsync(Ask("x"));

        Assert.Equal(3, content.GetArrayLength());
        Assert.Equal(2, Ids(content.EnumerateArray()).Length);
        IEnumerable<Frame> starts = frames.Where(frame => frame.Name == "contentBlockStart");
        Assert.Equal(Ids(content.EnumerateArray()), Ids(starts.Select(frame => frame.Json.GetProperty("start"))));
    }

    [Theory]
    [InlineData("anthropic.claude-3-haiku-20240307-v1:0", "{\"anthropic_version\":\"x\",\"max_tokens\":9,@}")]
    [InlineData("amazon.nova-micro-v1:0", "{@}")]
    [InlineData("qwen.qwen3-32b-v1:0", "{@}")]
    public async Task Several_tools_are_used_at_once_in_the_native_words_too(string model, string body)
    {
        Endpoint.Enqueue(new LocalReply { ToolUses = [new() { Name = "one" }, new() { Name = "two" }], Times = 2 });
        const string messages = "\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"x\"}]}]";
        string request = body.Replace("@", messages, StringComparison.Ordinal);

        string whole = (await ReadJsonAsync(await PostAsync(model, "invoke", request))).GetRawText();
        using HttpResponseMessage stream = await PostAsync(model, "invoke-with-response-stream", request);
        string chunks = string.Concat(Frame.ReadAll(await stream.Content.ReadAsByteArrayAsync())
            .Select(frame => frame.Chunk.GetRawText()));

        Assert.All([whole, chunks], text => Assert.Matches("\"one\".*\"two\"", text));
    }

    [Fact]
    public async Task Tokens_come_at_the_rate_that_is_given()
    {
        Endpoint.Enqueue(new LocalReply { Pieces = ["12345678", "1234"], TokensPerSecond = 0.5 });
        Task<List<Frame>> stream = StreamAsync(Ask("x"));

        Clock.AdvanceWhenAwaited(TimeSpan.FromSeconds(4));
        Clock.AdvanceWhenAwaited(TimeSpan.FromSeconds(2));

        Assert.Equal("123456781234", Frame.TextOf(await stream));
    }

    [Fact]
    public async Task A_whole_answer_takes_the_time_of_all_its_tokens()
    {
        Endpoint.Enqueue(new LocalReply { Text = "123456781234", TokensPerSecond = 0.5 });
        Task<JsonElement> answer = ConverseJsonAsync(Ask("x"));

        Clock.AdvanceWhenAwaited(TimeSpan.FromSeconds(6));

        Assert.Equal(6000, (await answer).GetProperty("metrics").GetProperty("latencyMs").GetInt32());
    }

    [Fact]
    public void Contradictions_are_refused_at_once()
    {
        Assert.Throws<ArgumentException>(() => Endpoint.Enqueue(new LocalReply { Repeat = true, Then = [new()] }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Endpoint.Enqueue(new LocalReply { TokensPerSecond = 0 }));
        Assert.ThrowsAny<ArgumentException>(() => Endpoint.Enqueue(new LocalReply { Then = [new() { Match = "(" }] }));
    }

    [Fact]
    public async Task A_request_keeps_its_text_and_its_body_as_an_object()
    {
        await ConverseAsync(Ask("first"));
        await PostAsync(Nova, "converse", "no json");

        LocalRequest request = Endpoint.Requests[0];
        Assert.Equal("first", request.Text);
        IDictionary body = Assert.IsAssignableFrom<IDictionary>(request.BodyObject);
        Assert.Single((object[])body["messages"]!);
        Assert.Null(Endpoint.Requests[1].BodyObject);
    }

    private async Task<List<string>> TextsAsync(int count)
    {
        List<string> texts = [];
        for (int i = 0; i < count; i++)
        {
            texts.Add(TextOf(await ConverseJsonAsync(Ask("x"))));
        }

        return texts;
    }

    private static string[] Ids(IEnumerable<JsonElement> blocks) =>
    [
        .. blocks.Where(block => block.TryGetProperty("toolUse", out _))
            .Select(block => block.GetProperty("toolUse").GetProperty("toolUseId").GetString()!).Distinct(),
    ];
}
