using BedrockPS.StructuredOutput;

namespace BedrockPS.Tests;

public class AnswerFamiliesTests
{
    [Theory]
    [InlineData("anthropic.claude-3-haiku-20240307-v1:0", "ForcedTool")]
    [InlineData("anthropic.claude-v2:1", "None")]
    [InlineData("anthropic.claude-instant-v1", "None")]
    [InlineData("us.anthropic.claude-sonnet-4-20250514-v1:0", "ForcedTool")]
    [InlineData("eu.anthropic.claude-haiku-4-5-20251001-v1:0", "Native, ForcedTool")]
    [InlineData("anthropic.claude-sonnet-4-6", "Native, ForcedTool")]
    [InlineData("global.anthropic.claude-opus-4-7", "ForcedTool")]
    [InlineData("anthropic.claude-opus-5-v1:0", "ForcedTool")]
    [InlineData("amazon.nova-micro-v1:0", "ForcedTool")]
    [InlineData("us.amazon.nova-2-lite-v1:0", "ForcedTool")]
    [InlineData("arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-pro-v1:0", "ForcedTool")]
    [InlineData("mistral.mistral-large-2402-v1:0", "AnyTool")]
    [InlineData("mistral.mistral-large-3-675b-instruct", "Native, AnyTool")]
    [InlineData("qwen.qwen3-32b-v1:0", "Native, AnyTool")]
    [InlineData("openai.gpt-oss-120b-1:0", "Native, AnyTool")]
    [InlineData("deepseek.v3.2", "Native, AnyTool")]
    [InlineData("us.deepseek.r1-v1:0", "None")]
    [InlineData("meta.llama3-8b-instruct-v1:0", "None")]
    [InlineData("cohere.command-r-v1:0", "None")]
    [InlineData("amazon.titan-text-express-v1", "None")]
    [InlineData("arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/abcdef123456", "ForcedTool")]
    [InlineData("arn:aws:bedrock:us-east-1:123456789012:provisioned-model/abcdef123456", "ForcedTool")]
    public void EachFamilyOffersWhatTheGuideSays(string modelId, string expected) =>
        Assert.Equal(expected, AnswerFamilies.Of(modelId).ToString());
}
