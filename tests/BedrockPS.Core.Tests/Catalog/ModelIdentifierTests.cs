using BedrockPS.Catalog;

namespace BedrockPS.Tests;

public class ModelIdentifierTests
{
    [Theory]
    [InlineData("amazon.nova-micro-v1:0", ModelKind.FoundationModel, "amazon.nova-micro-v1:0")]
    [InlineData("minimax.minimax-m2.1", ModelKind.FoundationModel, "minimax.minimax-m2.1")]
    [InlineData("deepseek.v3.2", ModelKind.FoundationModel, "deepseek.v3.2")]
    [InlineData("us.amazon.nova-micro-v1:0", ModelKind.InferenceProfile, "amazon.nova-micro-v1:0")]
    [InlineData("us-gov.anthropic.claude-3-haiku", ModelKind.InferenceProfile, "anthropic.claude-3-haiku")]
    [InlineData("newgeo.ai21.jamba-1-5-mini-v1:0", ModelKind.InferenceProfile, "ai21.jamba-1-5-mini-v1:0")]
    [InlineData("global.zai.glm-4.7", ModelKind.InferenceProfile, "zai.glm-4.7")]
    [InlineData("my-throughput", ModelKind.Name, null)]
    public void AnIdTellsWhatItIs(string id, string kind, string? foundationModel)
    {
        ModelIdentifier identifier = ModelIdentifier.Parse(id);

        Assert.Equal((kind, id, foundationModel), (identifier.Kind, identifier.Name, identifier.FoundationModelId));
        Assert.False(identifier.IsArn);
    }

    [Theory]
    [InlineData("arn:aws:bedrock:us-east-1::foundation-model/a.b:0", "foundation-model", "aws", "us-east-1", null)]
    [InlineData("arn:aws:bedrock:::foundation-model/a.b:0", "foundation-model", "aws", null, null)]
    [InlineData("arn:aws-cn:bedrock:cn-north-1:1:prompt-router/x", "prompt-router", "aws-cn", "cn-north-1", "1")]
    [InlineData("arn:aws:bedrock:eu-west-1:1:custom-model/a.b/c", "custom-model", "aws", "eu-west-1", "1")]
    [InlineData("arn:aws:sagemaker:eu-west-1:1:endpoint/e", "endpoint", "aws", "eu-west-1", "1")]
    [InlineData("arn:aws:bedrock:eu-west-1:1:new-thing/e", "new-thing", "aws", "eu-west-1", "1")]
    public void AnArnIsTakenApart(string arn, string kind, string partition, string? region, string? account)
    {
        ModelIdentifier identifier = ModelIdentifier.Parse(arn);

        Assert.Equal(
            (kind, partition, region, account),
            (identifier.Kind, identifier.Partition, identifier.Region, identifier.Account));
        Assert.Equal(arn[(arn.IndexOf('/') + 1)..], identifier.Name);
    }

    [Theory]
    [InlineData("eu-central-1", "aws")]
    [InlineData("us-east-1", "aws")]
    [InlineData("cn-northwest-1", "aws-cn")]
    [InlineData("us-gov-west-1", "aws-us-gov")]
    [InlineData("us-isob-east-1", "aws-iso-b")]
    [InlineData("us-iso-east-1", "aws-iso")]
    [InlineData(null, "aws")]
    public void ARegionTellsItsPartition(string? region, string partition) =>
        Assert.Equal(partition, Partition.OfRegion(region));
}
