using BedrockPS.Diagnosis;
using BedrockPS.Http;

namespace BedrockPS.Tests;

public class RecommendedActionTests
{
    private const string User = "User: arn:aws:sts::123456789012:assumed-role/ops/me is not authorized to perform: ";
    private const string NoPolicy = " because no identity-based policy allows the action";
    private const string Model = "arn:aws:bedrock:eu-west-1::foundation-model/amazon.nova-lite-v1:0";

    [Theory]
    [InlineData("amazon.nova-lite-v1:0", User + "bedrock:InvokeModel on resource: " + Model + NoPolicy,
        "Allow bedrock:InvokeModel on " + Model
        + ". New-BRIamPolicy -ModelId amazon.nova-lite-v1:0 writes the policy.")]
    [InlineData("amazon.nova-lite-v1:0",
        User + "bedrock:InvokeModelWithResponseStream on resource: " + Model + NoPolicy,
        "Allow bedrock:InvokeModelWithResponseStream on " + Model
        + ". New-BRIamPolicy -ModelId amazon.nova-lite-v1:0 -Stream writes the policy.")]
    [InlineData("eu.amazon.nova-lite-v1:0", User + "bedrock:InvokeModel on resource: " + Model + NoPolicy,
        "Allow bedrock:InvokeModel on "
        + "arn:aws:bedrock:eu-west-1:123456789012:inference-profile/eu.amazon.nova-lite-v1:0 and on the model "
        + "in each region that it routes to.")]
    [InlineData(null, User + "bedrock:ListFoundationModels on resource: *" + NoPolicy,
        "Allow bedrock:ListFoundationModels on *.")]
    [InlineData("a.b", User + "bedrock:GetFoundationModelAvailability",
        "Allow bedrock:GetFoundationModelAvailability on *. New-BRIamPolicy -ModelId a.b -List writes the policy.")]
    [InlineData("global.amazon.nova-lite-v1:0",
        User + "bedrock:InvokeModel on resource: arn:aws:bedrock:::foundation-model/amazon.nova-lite-v1:0 with an "
        + "explicit deny in a service control policy: arn:aws:organizations::1:policy/o/p",
        "An explicit deny (service control policy) stands against bedrock:InvokeModel on "
        + "arn:aws:bedrock:::foundation-model/amazon.nova-lite-v1:0, and no allow helps against that: have it changed, "
        + "or call the model through a profile that stays within your regions.")]
    [InlineData("a.b", User + "bedrock:InvokeModel on resource: r with an explicit deny in an identity-based policy",
        "An explicit deny (identity-based policy) stands against bedrock:InvokeModel on r, and no allow helps against "
        + "that: have it changed.")]
    [InlineData("a.b", User + "bedrock:InvokeModel on resource: r because no permissions boundary allows it",
        "No permissions boundary allows it, and an allow of your own is not enough: have bedrock:InvokeModel allowed "
        + "there on r.")]
    [InlineData("a.b", "You don't have access to the model with the specified model ID.",
        "Get access to a.b on the console's model catalog "
        + "(https://console.aws.amazon.com/bedrock/home?region=eu-west-1#/model-catalog), and allow "
        + "bedrock:InvokeModel (streams: bedrock:InvokeModelWithResponseStream) on "
        + "arn:aws:bedrock:eu-west-1::foundation-model/a.b. "
        + "Test-BRModelAccess -ModelId a.b tells what is missing.")]
    [InlineData("a.b", "Model access is denied: not authorized to perform the required AWS Marketplace actions "
        + "(aws-marketplace:ViewSubscriptions, aws-marketplace:Subscribe)",
        "Have somebody who may do aws-marketplace:Subscribe")]
    [InlineData("a.b", "Your account is not authorized to invoke this API operation.", "AWS holds this account back")]
    public void ADenialNamesWhatToAllowAndWhere(string? model, string message, string advice) =>
        AssertAdvice(Failure(ErrorCodes.AccessDenied, message, model), advice);

    [Fact]
    public void ADeniedProfileNamesItselfAndTheModelInEachRegion()
    {
        InferenceProfile profile = Profile("eu.amazon.nova-lite-v1:0", "eu-west-1", "eu-west-3");
        BedrockException denied = Failure(
            ErrorCodes.AccessDenied,
            User + "bedrock:InvokeModel on resource: " + Model + NoPolicy,
            "eu.amazon.nova-lite-v1:0");

        string advice = RecommendedActions.For(denied, new AdviceFacts { Called = profile });

        Assert.StartsWith(
            $"Allow bedrock:InvokeModel on {profile.InferenceProfileArn}, {profile.Models![0]}, {profile.Models[1]}. ",
            advice);
    }

    [Fact]
    public void OnDemandNamesTheProfilesOfTheRegionsGeographyFirstAndGlobalLast()
    {
        BedrockException failure = Failure(
            ErrorCodes.Validation, "Invocation of model ID a.b with on-demand throughput isn't supported.", "a.b");
        IReadOnlyList<InferenceProfile> callable = ProfileOrder.Callable(
            [
                Profile("global.amazon.nova-lite-v1:0", string.Empty, "eu-west-1"),
                Profile("us.amazon.nova-lite-v1:0", "us-east-1"),
                Profile("eu.amazon.nova-lite-v1:0", "eu-west-3", "eu-west-1"),
            ],
            "amazon.nova-lite-v1:0",
            "eu-west-1");

        Assert.Equal(
            "Call it through an inference profile: -ModelId eu.amazon.nova-lite-v1:0 (or us.amazon.nova-lite-v1:0, "
            + "global.amazon.nova-lite-v1:0, which may be processed in any region).",
            RecommendedActions.For(failure, new AdviceFacts { Callable = callable }));
        AssertAdvice(
            failure, "Use the id of an inference profile that contains the model: Test-BRModelAccess -ModelId a.b");
    }

    [Fact]
    public void WhatCannotBeCalledIsNotOffered()
    {
        InferenceProfile off = Profile("eu.amazon.nova-lite-v1:0", "eu-west-1");
        off.Status = "FAILED";

        Assert.Empty(ProfileOrder.Callable([off, Profile("eu.c.d", "eu-west-1")], "c.d", "eu-west-1"));
        Assert.Empty(ProfileOrder.Callable([off], "amazon.nova-lite-v1:0", "eu-west-1"));
    }

    [Theory]
    [InlineData(ErrorCodes.ExpiredToken, "x", "Connect-BRSso -ProfileName ops, or aws sso login --profile ops")]
    [InlineData(ClientErrorCode.SignInRequired, "x", "Connect-BRSso -ProfileName ops, or aws sso login --profile ops")]
    [InlineData(ClientErrorCode.RegionNotFound, "x", "Set-BRDefault -Region")]
    [InlineData(ClientErrorCode.CredentialsNotFound, "x", "Set-BRDefault -ProfileName")]
    [InlineData(ErrorCodes.ResourceNotFound, "This model has reached the end of its life.", "Get-BRFoundationModel")]
    [InlineData(ErrorCodes.ResourceNotFound, "Model use case details have not been submitted", "use case form")]
    [InlineData(ErrorCodes.Validation, "The provided model identifier is invalid.", "Is 'a.b' right?")]
    [InlineData(ErrorCodes.AccessDenied, "The security token included in the request is expired", "sign in again")]
    [InlineData(ErrorCodes.AccessDenied, "Authentication failed: is your API Key valid?", "-ApiKey")]
    [InlineData(ErrorCodes.Throttling, "Too many tokens per day", "tomorrow")]
    [InlineData("TooManyRequestsException", "x", "-MaxAttempts")]
    [InlineData(ClientErrorCode.TlsFailed, "x", "AWS_CA_BUNDLE")]
    public void EachCauseHasACommandOrAPlace(string code, string message, string words) => Assert.Contains(
        words,
        RecommendedActions.For(
            Denied(code, message), new AdviceFacts { Region = "eu-west-1", ProfileName = "ops" }),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("amazon.nova-micr", "amazon.nova-micro-v1:0")]
    [InlineData("NOVA-LITE", "amazon.nova-lite-v1:0")]
    [InlineData("amazn.nova-lite-v1:0", "amazon.nova-lite-v1:0")]
    [InlineData("something.quite-other", null)]
    public void TheNearestIdIsTheOneThatWasMeant(string written, string? nearest)
    {
        IReadOnlyList<string> found = NearestIds.Find(
            written, ["amazon.nova-micro-v1:0", "amazon.nova-lite-v1:0", "ai21.jamba"]);

        Assert.Equal(nearest, found.Count > 0 ? found[0] : null);
    }

    private static void AssertAdvice(BedrockException failure, string start) => Assert.StartsWith(
        start, RecommendedActions.For(failure, new AdviceFacts { Region = "eu-west-1" }), StringComparison.Ordinal);

    private static BedrockException Denied(string code, string message)
    {
        BedrockException failure = Failure(code, message, "a.b");
        failure.StatusCode = 403;
        return failure;
    }

    private static BedrockException Failure(string code, string message, string? model) =>
        new(code, message) { ModelId = model };

    private static InferenceProfile Profile(string id, params string[] regions) => new()
    {
        InferenceProfileId = id,
        InferenceProfileArn = $"arn:aws:bedrock:eu-west-1:1:inference-profile/{id}",
        Status = "ACTIVE",
        Models =
        [
            .. regions.Select(region => new InferenceProfileModel
            {
                ModelArn = $"arn:aws:bedrock:{region}::foundation-model/amazon.nova-lite-v1:0",
            }),
        ],
    };
}
