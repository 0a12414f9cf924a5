using BedrockPS.Conversations;
using BedrockPS.Http;

namespace BedrockPS.Tests.Conversations;

public class CompressionTests
{
    [Fact]
    public void TheSummaryStandsBeforeTheFirstQuestionThatStays()
    {
        Conversation conversation = WithTurns(4);
        ConversationCompression report = Compress(conversation, new CompressionOptions { KeepLast = 1 });

        Assert.Equal((4, 1), (report.TurnsBefore, report.TurnsAfter));
        Assert.True(report.TokensSaved > 0, $"{report}");
        ConverseRequest next = conversation.CreateRequest(new Message(MessageRole.User, "next"));
        Assert.Equal(["user", "assistant", "user"], next.Messages.Select(turn => turn.Role));
        Assert.Contains("the gist", $"{next.Messages[0]}", StringComparison.Ordinal);
        Assert.EndsWith("question 4", $"{next.Messages[0]}", StringComparison.Ordinal);
        Assert.Equal("question 4", $"{conversation.Messages[0]}");
        Assert.Equal((5L, 5), (conversation.Usage.TotalTokens, conversation.Cost.Calls));
    }

    [Fact]
    public void WithNothingLeftTheSummaryStandsBeforeTheNextQuestion()
    {
        Conversation conversation = WithTurns(2);
        Compress(conversation, new CompressionOptions { KeepLast = 0 });

        Message turn = Assert.Single(conversation.CreateRequest(new Message(MessageRole.User, "next")).Messages);
        Assert.Equal((2, "user"), (turn.Content.Count, turn.Role));
        Assert.Equal(0, conversation.Turns);
    }

    [Fact]
    public void ASecondSummaryTakesInTheFirst()
    {
        Conversation conversation = WithTurns(4);
        Compress(conversation, new CompressionOptions { KeepLast = 1 });
        CompressionPlan plan = CompressionPlan.Of(conversation, new CompressionOptions { KeepLast = 0 });

        string asked = $"{ConversationCompressor.CreateRequest(plan)!.Messages[0]}";
        Assert.Contains("the gist", asked, StringComparison.Ordinal);
        Assert.Contains("User: question 4", asked, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void ACallOfAToolIsNeverTornFromItsResult(int keep)
    {
        Conversation conversation = WithTools(3);
        Compress(conversation, new CompressionOptions { KeepLast = keep, IsTrim = true });

        Assert.Equal(keep, conversation.Turns);
        Assert.Equal(keep * 4, conversation.Messages.Count);
        Assert.True(keep == 0 || Conversation.IsQuestion(conversation.Messages[0]));
        AssertWholeToolTurns(conversation);
    }

    [Fact]
    public void ABudgetKeepsAsManyTurnsAsItHoldsAndAlwaysTheLast()
    {
        Conversation conversation = WithTools(6);
        long all = TokenEstimate.Of(conversation);
        Compress(conversation, new CompressionOptions { MaxTokens = all / 2, IsTrim = true });
        Assert.InRange(conversation.Turns, 2, 3);
        Assert.InRange(TokenEstimate.Of(conversation), 1, all / 2);
        AssertWholeToolTurns(conversation);

        Compress(conversation, new CompressionOptions { MaxTokens = 1, IsTrim = true });
        Assert.Equal(1, conversation.Turns);
    }

    [Fact]
    public void AConversationWithinItsBudgetIsLeftAlone()
    {
        Conversation conversation = WithTurns(3);
        string before = TemporaryConversation.Json(conversation);
        CompressionPlan plan = CompressionPlan.Of(conversation, new CompressionOptions { MaxTokens = 100_000 });

        Assert.Null(ConversationCompressor.CreateRequest(plan));
        Assert.Equal(0, ConversationCompressor.Apply(plan, null).TokensSaved);
        Assert.Equal(before, TemporaryConversation.Json(conversation));
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 1)]
    [InlineData(3, 1)]
    [InlineData(9, 2)]
    public void WithoutANumberTheLastTwoStayOrHalfOfFew(int turns, int stay)
    {
        Conversation conversation = WithTurns(turns);
        Compress(conversation, new CompressionOptions());

        Assert.Equal(stay, conversation.Turns);
    }

    [Theory]
    [InlineData("  ", "end_turn")]
    [InlineData("Sorry.", "guardrail_intervened")]
    [InlineData("Half", "content_filtered")]
    public void ASummaryThatIsNoneLeavesTheConversationAsItWas(string text, string stopReason)
    {
        Conversation conversation = WithTurns(3);
        string before = TemporaryConversation.Json(conversation);
        CompressionPlan plan = CompressionPlan.Of(conversation, new CompressionOptions());

        BedrockException e = Assert.Throws<BedrockException>(() => ConversationCompressor.Apply(
            plan, new ConverseResponse { Text = text, StopReason = stopReason }));

        Assert.Equal(ClientErrorCode.UnexpectedResponse, e.ErrorCode);
        Assert.Equal((before, null), (TemporaryConversation.Json(conversation), conversation.Summary));
    }

    [Fact]
    public void AnUndoStopsAtTheSummary()
    {
        Conversation conversation = WithTurns(4);
        Compress(conversation, new CompressionOptions { KeepLast = 2 });
        BedrockException e = Assert.Throws<BedrockException>(() => conversation.Undo(3));
        Assert.Contains("summarised", e.Message, StringComparison.Ordinal);
        conversation.Undo(2);

        Assert.Equal((0, "the gist"), (conversation.Turns, conversation.Summary));
    }

    [Fact]
    public void TheFileHasTheShorterConversationInOneLine()
    {
        using TemporaryConversation file = new();
        Conversation conversation = file.Start();
        Enumerable.Range(1, 4).ToList().ForEach(i => TemporaryConversation.Ask(conversation, $"question {i}"));
        string[] before = file.Lines;
        Compress(conversation, new CompressionOptions { KeepLast = 1 });

        Assert.Equal(before, file.Lines[..^1]);
        Conversation loaded = file.Load();
        Assert.Equal((1, "the gist", 5L), (loaded.Turns, loaded.Summary, loaded.Usage.TotalTokens));
        Assert.Equal(TemporaryConversation.Json(conversation), TemporaryConversation.Json(loaded));
    }

    private static void AssertWholeToolTurns(Conversation conversation)
    {
        IEnumerable<string> calls = conversation.Messages
            .SelectMany(turn => turn.Content).OfType<ToolUseBlock>().Select(call => call.ToolUseId);
        IEnumerable<string> results = conversation.Messages
            .SelectMany(turn => turn.Content).OfType<ToolResultBlock>().Select(result => result.ToolUseId);
        Assert.Equal(calls, results);
    }

    private static ConversationCompression Compress(Conversation conversation, CompressionOptions options)
    {
        CompressionPlan plan = CompressionPlan.Of(conversation, options);
        ConverseResponse? summary = ConversationCompressor.CreateRequest(plan) is null ? null : new ConverseResponse
        {
            Text = " the gist\n", StopReason = StopReason.EndTurn, Usage = new TokenUsage { TotalTokens = 5 },
        };
        return ConversationCompressor.Apply(plan, summary);
    }

    private static Conversation WithTurns(int count)
    {
        Conversation conversation = new() { ModelId = Calls.Model };
        for (int i = 1; i <= count; i++)
        {
            TemporaryConversation.Ask(conversation, $"question {i}", new string('x', 400));
        }

        return conversation;
    }

    private static Conversation WithTools(int count)
    {
        Conversation conversation = new() { ModelId = Calls.Model };
        for (int i = 0; i < count; i++)
        {
            ToolUseBlock call = new() { ToolUseId = $"t{i}", Name = "get-x", Input = JsonOf.Read("{}") };
            ToolResultBlock result = new()
            {
                ToolUseId = $"t{i}",
                Content = [new Dictionary<string, object?> { ["text"] = new string('y', 400) }],
            };
            conversation.Messages.Add(new Message(MessageRole.User, "question"));
            conversation.Messages.Add(new Message(MessageRole.Assistant, [call]));
            conversation.Messages.Add(new Message(MessageRole.User, [result]));
            conversation.Messages.Add(new Message(MessageRole.Assistant, "answer"));
        }

        return conversation;
    }
}
