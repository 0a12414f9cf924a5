namespace BedrockPS.Tests.Conversations;

public class CopyTests
{
    [Fact]
    public void ACopyHasNothingInCommonWithItsOriginal()
    {
        Conversation original = new() { ModelId = "m", System = "s" };
        original.InferenceConfig.StopSequences = ["x"];
        TemporaryConversation.Ask(original, "one", usage: new TokenUsage { TotalTokens = 5 });
        Conversation copy = original.Copy();
        string before = TemporaryConversation.Json(original);

        ((TextBlock)copy.Messages[0].Content[0]).Text = "changed";
        copy.InferenceConfig.StopSequences![0] = "y";
        TemporaryConversation.Ask(copy, "two");

        Assert.Equal(before, TemporaryConversation.Json(original));
        Assert.Equal(["x"], original.InferenceConfig.StopSequences);
        Assert.NotEqual(original.Id, copy.Id);
        Assert.Equal(("m", "s", 0L, 2), (copy.ModelId, copy.System, copy.Usage.TotalTokens, copy.Turns));
        Assert.Equal((1, 1), (original.Cost.Calls, copy.Cost.Calls));
    }

    [Fact]
    public void ACopyMayBeginEarlier()
    {
        Conversation original = new();
        Array.ForEach(["one", "two", "three"], question => TemporaryConversation.Ask(original, question));

        Assert.Equal("answer to two", $"{original.Copy(2).Messages[^1]}");
        Assert.Empty(original.Copy(0).Messages);
        Assert.Throws<BedrockException>(() => original.Copy(4));
    }
}
