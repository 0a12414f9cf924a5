using BedrockPS.Http;

namespace BedrockPS.Tests;

public class ConversationTests
{
    [Fact]
    public void ASecondCallIsRefusedWhileOneIsUnderWay()
    {
        Conversation conversation = new();
        using IDisposable hold = conversation.Begin();

        BedrockException e = Assert.Throws<BedrockException>(conversation.Begin);

        Assert.Equal(ClientErrorCode.InvalidRequest, e.ErrorCode);
    }

    [Fact]
    public void ACallThatHasEndedMakesRoomForTheNext()
    {
        Conversation conversation = new();
        conversation.Begin().Dispose();

        conversation.Begin().Dispose();
    }

    [Fact]
    public void AHoldThatIsDisposedTwiceDoesNotFreeTheNextCall()
    {
        Conversation conversation = new();
        IDisposable first = conversation.Begin();
        first.Dispose();
        using IDisposable second = conversation.Begin();

        first.Dispose();

        Assert.Throws<BedrockException>(conversation.Begin);
    }

    [Fact]
    public void ARequestLeavesTheConversationAsItIs()
    {
        Conversation conversation = new() { ModelId = "m", System = "Be brief." };
        conversation.InferenceConfig.Temperature = 0;
        Commit(conversation, "one", "two");

        ConverseRequest request = conversation.CreateRequest(new Message(MessageRole.User, "three"));

        Assert.Equal(2, conversation.Messages.Count);
        Assert.Equal(("m", 3), (request.ModelId, request.Messages.Count));
        JsonOf.AssertSame(
            """
            {"messages":[{"role":"user","content":[{"text":"one"}]},{"role":"assistant","content":[{"text":"two"}]},
             {"role":"user","content":[{"text":"three"}]}],"system":[{"text":"Be brief."}],
             "inferenceConfig":{"temperature":0}}
            """,
            JsonOf.Request(request).GetRawText());
    }

    [Fact]
    public void CommitKeepsTheTurnsAndSumsTheUsage()
    {
        Conversation conversation = new();
        Commit(conversation, "one", "two", new TokenUsage { InputTokens = 1, OutputTokens = 2, TotalTokens = 3 });
        Commit(conversation, "three", "four");
        Commit(conversation, "five", "six", new TokenUsage
        {
            InputTokens = 10, OutputTokens = 20, TotalTokens = 30, CacheReadInputTokens = 5,
        });

        TokenUsage usage = conversation.Usage;
        Assert.Equal(["one", "two", "three", "four", "five", "six"], conversation.Messages.Select(m => m.ToString()));
        Assert.Equal((11L, 22L, 33L), (usage.InputTokens, usage.OutputTokens, usage.TotalTokens));
        Assert.Equal((5L, null, 3), (usage.CacheReadInputTokens, usage.CacheWriteInputTokens, conversation.Turns));
    }

    [Fact]
    public void AnAnswerThatAMockMadeOfTextIsATurn()
    {
        ConverseExchange exchange = new(new ConverseRequest());
        exchange.Add(new ConverseResponse { Text = "a" });

        Message turn = Assert.Single(exchange.Turns);
        Assert.Equal((MessageRole.Assistant, "a"), (turn.Role, turn.ToString()));
    }

    [Fact]
    public void TwoConversationsDoNotMix()
    {
        Conversation left = new();
        Conversation right = new();
        using IDisposable hold = left.Begin();
        right.Begin().Dispose();
        Commit(left, "l1", "l2", new TokenUsage { InputTokens = 1 });
        Commit(right, "r1", "r2", new TokenUsage { InputTokens = 10 });
        Commit(left, "l3", "l4");
        left.InferenceConfig.MaxTokens = 5;

        Assert.Equal(["l1", "l2", "l3", "l4"], left.Messages.Select(m => m.ToString()));
        Assert.Equal(["r1", "r2"], right.Messages.Select(m => m.ToString()));
        Assert.Equal((1L, 10L), (left.Usage.InputTokens, right.Usage.InputTokens));
        Assert.Null(right.InferenceConfig.MaxTokens);
    }

    private static void Commit(Conversation conversation, string question, string answer, TokenUsage? usage = null)
    {
        Message turn = new(MessageRole.Assistant, answer);
        conversation.Commit(
            new Message(MessageRole.User, question), [turn], new ConverseResponse { Message = turn, Usage = usage });
    }
}
