using System.Collections.Specialized;

namespace BedrockPS.Core.Tests.Conversations;

public sealed class ConverseExchangeTests
{
    private readonly ConverseRequest _request = new()
    {
        ModelId = "m",
        Messages = [new Message(MessageRole.User, "question")],
    };

    [Fact]
    public void The_request_grows_with_the_exchange()
    {
        ConverseExchange exchange = new(_request);
        exchange.Add(Asking("one"));
        exchange.Reply(Results("one"), [new ToolCall { ToolUseId = "one" }]);

        Assert.Equal(["user", "assistant", "user"], _request.Messages.Select(turn => turn.Role));
        Assert.Equal(2, exchange.Turns.Count);
    }

    [Fact]
    public void The_answer_tells_what_all_calls_used()
    {
        ConverseExchange exchange = new(_request);
        exchange.Add(Asking("one", new TokenUsage
        {
            InputTokens = 10,
            OutputTokens = 2,
            TotalTokens = 12,
            Other = new Dictionary<string, object?> { ["cacheDetails"] = new object?[] { "5m" }, ["count"] = 1L },
        }));
        exchange.Reply(Results("one"), [new ToolCall { ToolUseId = "one" }]);
        exchange.Add(Saying("done", new TokenUsage
        {
            InputTokens = 20,
            OutputTokens = 3,
            TotalTokens = 23,
            CacheReadInputTokens = 7,
            Other = new Dictionary<string, object?> { ["cacheDetails"] = new object?[] { "1h" }, ["count"] = 4L },
        }));

        ConverseResponse answer = exchange.ToResponse();
        Assert.Equal("done", answer.Text);
        Assert.Equal((30, 5, 35), (answer.Usage!.InputTokens, answer.Usage.OutputTokens, answer.Usage.TotalTokens));
        Assert.Equal(7, answer.Usage.CacheReadInputTokens);
        Assert.Equal(["5m", "1h"], Assert.IsType<object?[]>(answer.Usage.Other!["cacheDetails"]));
        Assert.Equal(5L, answer.Usage.Other["count"]);
        Assert.Equal(2, answer.Attempts);
        Assert.Equal(200, answer.LatencyMs);
        Assert.Equal("one", Assert.Single(answer.ToolCalls).ToolUseId);
    }

    [Fact]
    public void Asking_twice_for_the_answer_does_not_count_twice()
    {
        ConverseExchange exchange = new(_request);
        exchange.Add(Asking("one", new TokenUsage { InputTokens = 1 }));
        exchange.Reply(Results("one"), []);
        exchange.Add(Saying("done", new TokenUsage { InputTokens = 2 }));

        _ = exchange.ToResponse();
        Assert.Equal(3, exchange.ToResponse().Usage!.InputTokens);
    }

    [Theory]
    [InlineData("any")]
    [InlineData("tool")]
    public void A_forced_tool_is_forced_once(string choice)
    {
        _request.ToolConfig = new ToolConfiguration { ToolChoice = new OrderedDictionary { [choice] = "x" } };
        ToolConfiguration given = _request.ToolConfig;
        ConverseExchange exchange = new(_request);
        exchange.Add(Asking("one"));
        exchange.Reply(Results("one"), []);

        Assert.Null(_request.ToolConfig.ToolChoice);
        Assert.NotNull(given.ToolChoice);
    }

    [Fact]
    public void What_was_left_keeps_whole_turns_and_the_text_so_far()
    {
        ConverseExchange exchange = new(_request);
        exchange.Add(Asking("one"));
        exchange.Reply(Results("one"), []);
        ConverseResponse partial = Saying("so far");
        partial.Message!.Content.Add(new ToolUseBlock { Name = "cut" });

        ConverseResponse? left = exchange.Cancel(partial);
        Assert.Equal(StopReason.Cancelled, left!.StopReason);
        Assert.Equal(["assistant", "user", "assistant"], exchange.Turns.Select(turn => turn.Role));
        Assert.IsType<TextBlock>(Assert.Single(exchange.Turns[^1].Content));
    }

    [Fact]
    public void What_was_left_keeps_no_call_that_nobody_answered()
    {
        ConverseExchange exchange = new(_request);
        exchange.Add(Asking("one"));

        Assert.Null(exchange.Cancel(null));
        Assert.Empty(exchange.Turns);
    }

    [Fact]
    public void Arguments_that_broke_off_go_back_as_an_object()
    {
        ConverseExchange exchange = new(_request);
        ConverseResponse broken = Asking("one");
        ((ToolUseBlock)broken.Message!.Content[0]).Input = "{\"a\":";
        exchange.Add(broken);
        exchange.Reply(Results("one"), []);

        ToolUseBlock sent = Assert.IsType<ToolUseBlock>(_request.Messages[1].Content[0]);
        Assert.Equal("{\"a\":", Assert.IsType<OrderedDictionary>(sent.Input)["unfinished"]);
        Assert.Equal("{\"a\":", ((ToolUseBlock)exchange.Turns[0].Content[0]).Input);
    }

    private static ConverseResponse Asking(string id, TokenUsage? usage = null) => new()
    {
        Message = new Message(
            MessageRole.Assistant,
            [new ToolUseBlock { ToolUseId = id, Name = "get", Input = new OrderedDictionary() }]),
        StopReason = StopReason.ToolUse,
        Usage = usage,
        LatencyMs = 100,
    };

    private static ConverseResponse Saying(string text, TokenUsage? usage = null) => new()
    {
        Message = new Message(MessageRole.Assistant, text),
        StopReason = StopReason.EndTurn,
        Usage = usage,
        LatencyMs = 100,
    };

    private static Message Results(string id) => new(MessageRole.User, [new ToolResultBlock { ToolUseId = id }]);
}
