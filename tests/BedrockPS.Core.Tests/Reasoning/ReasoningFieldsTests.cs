using System.Collections;
using BedrockPS.Http;
using BedrockPS.Reasoning;

namespace BedrockPS.Tests;

public class ReasoningFieldsTests
{
    [Theory]
    [InlineData("anthropic.claude-3-7-sonnet-20250219-v1:0", "thinking")]
    [InlineData("eu.anthropic.claude-opus-4-5-20251101-v1:0", "thinking")]
    [InlineData("arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-sonnet-4-20250514-v1:0", "thinking")]
    [InlineData("us.anthropic.claude-sonnet-4-6", "thinking")]
    [InlineData("anthropic.claude-opus-5-v1:0", "thinking")]
    [InlineData("amazon.nova-2-lite-v1:0", "reasoningConfig")]
    [InlineData("openai.gpt-oss-20b-1:0", "reasoning_effort")]
    [InlineData("qwen.qwen3-32b-v1:0", "reasoning_config")]
    public void EachFamilyIsToldInItsOwnWords(string modelId, string field)
    {
        ConverseRequest request = new() { ModelId = modelId };

        ReasoningFields.Apply(request, new ReasoningRequest(null, null));

        Assert.Equal([field], ((IDictionary)request.AdditionalModelRequestFields!).Keys.Cast<string>());
    }

    [Theory]
    [InlineData("anthropic.claude-sonnet-4-20250514-v1:0", "enabled")]
    [InlineData("anthropic.claude-haiku-4-5-20251001-v1:0", "enabled")]
    [InlineData("anthropic.claude-sonnet-4-6", "adaptive")]
    [InlineData("anthropic.claude-opus-4-10-20270101-v1:0", "adaptive")]
    public void ADateInAnIdIsNoVersion(string modelId, string type)
    {
        ConverseRequest request = new() { ModelId = modelId };

        ReasoningFields.Apply(request, new ReasoningRequest(null, null));

        IDictionary thinking = (IDictionary)((IDictionary)request.AdditionalModelRequestFields!)["thinking"]!;
        Assert.Equal(type, thinking["type"]);
    }

    [Fact]
    public void AModelThatAlwaysThinksNeedsNothing()
    {
        ConverseRequest request = new() { ModelId = "us.deepseek.r1-v1:0" };

        ReasoningFields.Apply(request, new ReasoningRequest("high", null));

        Assert.Null(request.AdditionalModelRequestFields);
    }

    [Fact]
    public void ALimitThatWasGivenMakesAnUnaskedBudgetGiveWay()
    {
        ConverseRequest request = new()
        {
            ModelId = "anthropic.claude-sonnet-4-20250514-v1:0",
            InferenceConfig = new InferenceConfiguration { MaxTokens = 3000 },
        };

        ReasoningFields.Apply(request, new ReasoningRequest("high", null));

        IDictionary thinking = (IDictionary)((IDictionary)request.AdditionalModelRequestFields!)["thinking"]!;
        Assert.Equal(1500, thinking["budget_tokens"]);
        Assert.Equal(3000, request.InferenceConfig.MaxTokens);
    }

    [Fact]
    public void AnUnknownFamilyIsAnErrorThatSaysWhatToDo()
    {
        ConverseRequest request = new() { ModelId = "arn:aws:bedrock:us-east-1:1:application-inference-profile/x" };

        BedrockException failure = Assert.Throws<BedrockException>(
            () => ReasoningFields.Apply(request, new ReasoningRequest(null, null)));

        Assert.Equal(ClientErrorCode.InvalidRequest, failure.ErrorCode);
        Assert.Contains("-AdditionalModelRequestField", failure.Message, StringComparison.Ordinal);
    }
}
