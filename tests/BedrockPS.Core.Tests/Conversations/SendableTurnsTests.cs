namespace BedrockPS.Tests;

public class SendableTurnsTests
{
    [Fact]
    public void AlternatingTurnsStayAsTheyAre()
    {
        Message[] turns = [User("a"), Assistant("b"), User("c")];

        Assert.Equal(["user a", "assistant b", "user c"], Sent(turns));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("\r\n\t")]
    public void BlankTextIsLeftOut(string blank)
    {
        Message turn = new(MessageRole.User, [new TextBlock { Text = blank }, new TextBlock { Text = "a" }]);

        Assert.Single(SendableTurns.Of([turn])[0].Content);
    }

    [Fact]
    public void ATurnThatHeldNothingIsLeftOutAndItsNeighboursBecomeOne() =>
        Assert.Equal(["user ab"], Sent(User("a"), Assistant(" "), User("b")));

    [Fact]
    public void TurnsOfOneRoleBecomeOneTurnWithAllBlocks()
    {
        IList<Message> sent = SendableTurns.Of([User("a"), User("b"), User("c"), Assistant("d")]);

        Assert.Equal([3, 1], sent.Select(turn => turn.Content.Count));
    }

    [Fact]
    public void BlocksOfOtherKindsAreNeverBlank()
    {
        Message turn = new(
            MessageRole.Assistant, [new ReasoningBlock(), new ToolUseBlock(), new OtherBlock("x", null)]);

        Assert.Equal(3, SendableTurns.Of([turn])[0].Content.Count);
    }

    [Fact]
    public void TheKeptTurnsAreNotTouched()
    {
        Message first = User("a");
        Message[] turns = [first, Assistant(""), User("b")];

        SendableTurns.Of(turns);

        Assert.Equal("a", Assert.IsType<TextBlock>(Assert.Single(first.Content)).Text);
        Assert.Single(turns[1].Content);
    }

    [Fact]
    public void UnknownMembersOfTurnsAreSent()
    {
        Message turn = User("a");
        turn.Other = new Dictionary<string, object?> { ["mood"] = "sunny" };

        Assert.Equal("sunny", SendableTurns.Of([turn, User("b")])[0].Other!["mood"]);
    }

    private static Message User(string text) => new(MessageRole.User, text);

    private static Message Assistant(string text) => new(MessageRole.Assistant, text);

    private static IEnumerable<string> Sent(params Message[] turns) =>
        SendableTurns.Of(turns).Select(turn => $"{turn.Role} {turn}");
}
