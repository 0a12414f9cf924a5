using System.Collections;
using BedrockPS.Tools;

namespace BedrockPS.Core.Tests.Tools;

public sealed class ToolTurnTests
{
    [Fact]
    public void What_the_service_runs_itself_is_not_asked()
    {
        Message turn = new(
            MessageRole.Assistant,
            [new TextBlock(), new ToolUseBlock { Name = "mine" }, new ToolUseBlock { Type = "server_tool_use" }]);

        Assert.Equal("mine", Assert.Single(ToolTurn.Asked(turn)).Name);
        Assert.Empty(ToolTurn.Asked(null));
        Assert.Empty(ToolTurn.Asked(new Message(MessageRole.User, turn.Content)));
    }

    [Fact]
    public void All_calls_are_answered_in_one_turn()
    {
        ToolCall good = new() { ToolUseId = "one", ResultText = "1" };
        ToolCall bad = new() { ToolUseId = "two", ResultText = "no", Status = ToolCallStatus.Denied };

        Message turn = ToolTurn.Answering([good, bad]);
        Assert.Equal(MessageRole.User, turn.Role);
        ToolResultBlock[] results = [.. turn.Content.Cast<ToolResultBlock>()];
        Assert.Equal(["one", "two"], results.Select(result => result.ToolUseId));
        Assert.Equal([null, "error"], results.Select(result => result.Status));
        Assert.Equal("1", ((IDictionary)results[0].Content[0]!)["text"]);
    }

    [Fact]
    public void Tools_that_are_gone_are_declared_once_each()
    {
        Message turn = new(MessageRole.Assistant, [new ToolUseBlock { Name = "a" }, new ToolUseBlock { Name = "a" }]);

        Assert.Single(ToolHistory.Declare([turn, turn])!.Tools);
        Assert.Null(ToolHistory.Declare([new Message(MessageRole.User, "hi")]));
    }
}
