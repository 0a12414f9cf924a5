using BedrockPS.Catalog;
using BedrockPS.Http;
using BedrockPS.Iam;

namespace BedrockPS.Tests;

public class IamPolicyTests
{
    private const string Model = "arn:aws:bedrock:eu-central-1::foundation-model/amazon.nova-lite-v1:0";
    private const string EuProfile = "arn:aws:bedrock:eu-central-1:1:inference-profile/eu.amazon.nova-lite-v1:0";

    [Fact]
    public void AModelIsNamedInItsRegionAndNothingElseIsAllowed() => AssertPolicy(
        Build(["amazon.nova-lite-v1:0"]),
        $$"""[{"Sid":"InvokeModels","Effect":"Allow","Action":["bedrock:InvokeModel"],"Resource":["{{Model}}"]}]""");

    [Fact]
    public void StreamAndReadsAreAddedWhereTheyAreAskedFor() => AssertPolicy(
        Build(["amazon.nova-lite-v1:0"], isStream: true, hasReads: true),
        $$"""
        [{"Sid":"InvokeModels","Effect":"Allow",
          "Action":["bedrock:InvokeModel","bedrock:InvokeModelWithResponseStream"],"Resource":["{{Model}}"]},
         {"Sid":"ListModels","Effect":"Allow","Action":["bedrock:ListFoundationModels",
          "bedrock:GetFoundationModelAvailability","bedrock:ListInferenceProfiles"],"Resource":["*"]},
         {"Sid":"ReadModels","Effect":"Allow","Action":["bedrock:GetFoundationModel"],"Resource":["{{Model}}"]}]
        """);

    [Fact]
    public void AProfileNeedsItselfAndTheModelInEachRegionThroughItOnly()
    {
        IamPolicyBuilder builder = new(() => throw new InvalidOperationException("Nobody asks."), false, false);
        builder.Add(Profile(EuProfile, "eu-central-1", "eu-west-1"));

        AssertPolicy(
            builder.Build(),
            $$"""
            [{"Sid":"InvokeInferenceProfiles","Effect":"Allow","Action":["bedrock:InvokeModel"],
              "Resource":["{{EuProfile}}"]},
             {"Sid":"InvokeModelsThroughProfiles","Effect":"Allow","Action":["bedrock:InvokeModel"],
              "Resource":["{{Model}}","arn:aws:bedrock:eu-west-1::foundation-model/amazon.nova-lite-v1:0"],
              "Condition":{"StringEquals":{"bedrock:InferenceProfileArn":["{{EuProfile}}"]} } }]
            """);
    }

    [Fact]
    public void AGlobalProfileKeepsTheModelWithoutARegion()
    {
        IamPolicyBuilder builder = new(() => string.Empty, false, false);
        builder.Add(Profile("arn:aws:bedrock:us-east-1:1:inference-profile/global.x", string.Empty, "us-east-1"));

        Assert.Equal(
            [
                "arn:aws:bedrock:::foundation-model/amazon.nova-lite-v1:0",
                "arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-lite-v1:0",
            ],
            builder.Build().Statement[1].Resource);
    }

    [Fact]
    public void TheReadsOfAProfileAreOfItAndOfTheModelWhereItIsCalled()
    {
        IamPolicyBuilder builder = new(() => string.Empty, false, hasReads: true);
        builder.Add(Profile(EuProfile, "eu-west-1"));

        IamPolicy policy = builder.Build();

        Assert.Equal([Model], policy.Statement.Single(s => s.Sid == "ReadModels").Resource);
        Assert.Equal([EuProfile], policy.Statement.Single(s => s.Sid == "ReadInferenceProfiles").Resource);
    }

    [Theory]
    [InlineData("arn:aws:bedrock:eu-west-1:1:provisioned-model/p", 0)]
    [InlineData("arn:aws:bedrock:eu-west-1:1:imported-model/p", 0)]
    [InlineData("arn:aws:bedrock:eu-west-1:1:custom-model-deployment/p", 0)]
    [InlineData("arn:aws:bedrock:eu-west-1:1:custom-model/a.b/p", 1)]
    [InlineData("arn:aws:bedrock:eu-west-1:1:default-prompt-router/meta:1", 1)]
    [InlineData("arn:aws:bedrock:eu-west-1:1:prompt-router/p", 1)]
    [InlineData("arn:aws:bedrock:eu-west-1::foundation-model/a.b:0", 0)]
    [InlineData("arn:aws:bedrock:eu-west-1:1:what-comes-next/p", 0)]
    public void WhatHasAnArnIsNamedByItWithoutARegionOfTheSession(string arn, int remarks)
    {
        IamPolicyBuilder builder = new(() => throw new InvalidOperationException("Nobody asks."), false, false);

        builder.Add(ModelIdentifier.Parse(arn));

        IamStatement statement = Assert.Single(builder.Build().Statement);
        Assert.Equal(("InvokeModels", remarks), (statement.Sid, builder.Remarks.Count));
        Assert.Equal([arn], statement.Resource);
    }

    [Fact]
    public void APromptIsRenderedAndItsModelIsRemarkedOn()
    {
        const string prompt = "arn:aws:bedrock:eu-west-1:1:prompt/ABCDEFGHIJ:2";
        IamPolicyBuilder builder = new(() => string.Empty, false, false);

        builder.Add(ModelIdentifier.Parse(prompt));

        AssertPolicy(
            builder.Build(),
            $$"""
            [{"Sid":"RenderPrompts","Effect":"Allow","Action":["bedrock:RenderPrompt"],"Resource":["{{prompt}}"] }]
            """);
        Assert.Contains(prompt, Assert.Single(builder.Remarks));
    }

    [Fact]
    public void AMarketplaceModelIsCalledThroughBedrockOnly()
    {
        const string endpoint = "arn:aws:sagemaker:eu-west-1:1:endpoint/e";
        IamPolicyBuilder builder = new(() => string.Empty, false, false);

        builder.Add(ModelIdentifier.Parse(endpoint));

        AssertPolicy(
            builder.Build(),
            $$"""
            [{"Sid":"InvokeModels","Effect":"Allow","Action":["bedrock:InvokeModel"],
              "Resource":["arn:aws:bedrock:eu-west-1:1:marketplace/model-endpoint/all-access"]},
             {"Sid":"InvokeMarketplaceEndpoints","Effect":"Allow","Action":["sagemaker:InvokeEndpoint"],
              "Resource":["{{endpoint}}"],
              "Condition":{"StringEquals":{"aws:CalledViaLast":["bedrock.amazonaws.com"]} } }]
            """);
    }

    [Fact]
    public void TheOrderOfModelsDoesNotShowAndNoneStandsTwice()
    {
        string one = Build(["amazon.nova-lite-v1:0", "ai21.jamba-1-5-mini-v1:0", "amazon.nova-lite-v1:0"]).ToJson();
        string other = Build(["ai21.jamba-1-5-mini-v1:0", "amazon.nova-lite-v1:0"]).ToJson();

        Assert.Equal(one, other);
    }

    [Theory]
    [InlineData("us-gov-west-1", "arn:aws-us-gov:bedrock:us-gov-west-1::foundation-model/a.b")]
    [InlineData("cn-north-1", "arn:aws-cn:bedrock:cn-north-1::foundation-model/a.b")]
    public void ThePartitionIsTheRegions(string region, string arn)
    {
        IamPolicyBuilder builder = new(() => region, false, false);
        builder.Add(ModelIdentifier.Parse("a.b"));

        Assert.Equal([arn], builder.Build().Statement[0].Resource);
    }

    [Fact]
    public void ABareNameIsRefusedBecauseAPolicyCannotNameIt()
    {
        BedrockException e = Assert.Throws<BedrockException>(() => Build(["my-throughput"]));

        Assert.Equal(ClientErrorCode.InvalidRequest, e.ErrorCode);
        Assert.Contains("my-throughput", e.Message);
    }

    private static IamPolicy Build(string[] ids, bool isStream = false, bool hasReads = false)
    {
        IamPolicyBuilder builder = new(() => "eu-central-1", isStream, hasReads);
        foreach (string id in ids)
        {
            builder.Add(ModelIdentifier.Parse(id));
        }

        return builder.Build();
    }

    private static InferenceProfile Profile(string arn, params string[] regions) => new()
    {
        InferenceProfileArn = arn,
        Models =
        [
            .. regions.Select(region => new InferenceProfileModel
            {
                ModelArn = $"arn:aws:bedrock:{region}::foundation-model/amazon.nova-lite-v1:0",
            }),
        ],
    };

    private static void AssertPolicy(IamPolicy policy, string statements) => JsonOf.AssertSame(
        $$"""{"Version":"2012-10-17","Statement":{{statements}}}""", policy.ToJson());
}
