using BedrockPS.Tests.Conversations;

namespace BedrockPS.Tests.Usage;

public class TokenEstimateTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("word", 1)]
    [InlineData("twelve chars", 3)]
    [InlineData("\u4f60\u597d", 2)]
    [InlineData("\u043f\u0440\u0438\u0432", 2)]
    public void ATextIsCountedByItsScript(string text, int tokens) => Assert.Equal(tokens, TokenEstimate.Of(text));

    [Fact]
    public void APictureIsCountedByItsSize()
    {
        Message small = Picture(750, 100);
        Message large = Picture(5000, 5000);

        Assert.Equal(101 + 4, TokenEstimate.Of(small));
        Assert.Equal(1600 + 4, TokenEstimate.Of(large));
    }

    [Fact]
    public void WhatTheServiceCountedScalesTheEstimate()
    {
        Conversation plain = new();
        Conversation counted = new();
        string text = new('x', 40_000);
        TokenUsage usage = new() { InputTokens = 10_000, CacheReadInputTokens = 5_000 };
        TemporaryConversation.Ask(plain, text, text);
        TemporaryConversation.Ask(counted, text, text, usage);

        Assert.InRange(TokenEstimate.Of(plain), 20_000, 20_100);
        Assert.InRange(TokenEstimate.Of(counted), 29_900, 30_100);
    }

    private static Message Picture(int width, int height) => new(
        MessageRole.User,
        [new ImageBlock { Format = "png", Source = new MediaSource { Bytes = Samples.Png(width, height) } }]);
}
