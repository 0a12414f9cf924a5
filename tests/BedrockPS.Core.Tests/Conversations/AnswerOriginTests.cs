namespace BedrockPS.Core.Tests.Conversations;

public sealed class AnswerOriginTests
{
    private readonly Conversation _conversation = new() { ModelId = "m", System = "Be brief." };

    [Fact]
    public void The_last_answer_leads_to_its_conversation() =>
        Assert.Same(_conversation, Conversation.Of(Answer("one")));

    [Fact]
    public void An_earlier_answer_leads_to_a_branch()
    {
        ConverseResponse first = Answer("one");
        _ = Answer("two");

        Conversation branch = Conversation.Of(first)!;
        Assert.NotSame(_conversation, branch);
        Assert.Equal(2, branch.Messages.Count);
        Assert.Equal(("m", "Be brief."), (branch.ModelId, branch.System));
    }

    [Fact]
    public void An_answer_whose_turns_are_gone_leads_to_a_branch_that_has_them()
    {
        ConverseResponse first = Answer("one");
        _conversation.Messages.Clear();

        Assert.Equal(2, Conversation.Of(first)!.Messages.Count);
    }

    [Fact]
    public void An_answer_from_elsewhere_leads_nowhere() => Assert.Null(Conversation.Of(new ConverseResponse()));

    [Fact]
    public void Results_of_tools_are_no_questions()
    {
        ConverseResponse answer = new() { Message = new Message(MessageRole.Assistant, "done") };
        _conversation.Commit(
            new Message(MessageRole.User, "hi"),
            [
                new Message(MessageRole.Assistant, [new ToolUseBlock()]),
                new Message(MessageRole.User, [new ToolResultBlock()]),
                answer.Message,
            ],
            answer);

        Assert.Equal(1, _conversation.Turns);
        Assert.Equal(4, _conversation.Messages.Count);
    }

    private ConverseResponse Answer(string text)
    {
        ConverseResponse answer = new() { Message = new Message(MessageRole.Assistant, text) };
        _conversation.Commit(new Message(MessageRole.User, text), [answer.Message], answer);
        return answer;
    }
}
