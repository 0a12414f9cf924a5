using BedrockPS.Diagnosis;
using BedrockPS.Http;

namespace BedrockPS.Tests;

public class ContextOverflowTests
{
    [Theory]
    [InlineData("The model returned: prompt is too long: 200049 tokens > 200000 maximum", 200049, 200000)]
    [InlineData("input length and `max_tokens` exceed context limit: 90402 + 116650 > 204648, try", 207052, 204648)]
    [InlineData("Too many input tokens. Max input tokens: 8192, request input token count: 9000 ", 9000, 8192)]
    [InlineData("This model's maximum context length is 8192 tokens. Your prompt has 9001", 9001, 8192)]
    public void TheMessageSaysByHowMuch(string message, long tokens, long limit)
    {
        ContextOverflow? overflow = new BedrockException("ValidationException", message).ContextOverflow;

        Assert.Equal((tokens, limit, tokens - limit), (overflow?.Tokens, overflow?.Limit, overflow?.Excess));
    }

    [Theory]
    [InlineData("Input is too long for requested model.")]
    [InlineData("Input Tokens Exceeded: Number of input tokens exceeds maximum length.")]
    public void AMessageWithoutNumbersIsKnownToo(string message)
    {
        ContextOverflow? overflow = ContextOverflow.Find(new BedrockException("ValidationException", message));

        Assert.NotNull(overflow);
        Assert.Null(overflow.Excess);
    }

    [Theory]
    [InlineData("ValidationException", "The maximum tokens you requested exceeds the model limit of 4096.")]
    [InlineData("ThrottlingException", "Too many tokens, please wait before trying again.")]
    [InlineData("ModelErrorException", "prompt is too long: 2 tokens > 1 maximum")]
    public void OtherFailuresAreOthers(string code, string message) =>
        Assert.Null(ContextOverflow.Find(new BedrockException(code, message)));

    [Fact]
    public void TheAdviceSaysByHowMuchAndNamesTheCommand()
    {
        string advice = RecommendedActions.For(new BedrockException(
            "ValidationException", "prompt is too long: 208310 tokens > 200000 maximum"));

        Assert.Contains("8,310 tokens too long: 208,310 of at most 200,000", advice, StringComparison.Ordinal);
        Assert.Contains("Compress-BRConversation", advice, StringComparison.Ordinal);
    }
}
