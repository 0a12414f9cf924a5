using BedrockPS.Diagnosis;
using BedrockPS.Http;

namespace BedrockPS.Tests;

public sealed class ModelAccessCheckTests : IDisposable
{
    private const string Sonnet = "anthropic.claude-sonnet-4-5-20250929-v1:0";
    private const string Titan = "amazon.titan-text-express-v1";

    private readonly LocalEndpoint _endpoint = LocalEndpoint.Start();
    private readonly ManualClock _clock = new();

    public void Dispose() => _endpoint.Dispose();

    [Fact]
    public async Task WhatIsInOrderHasNoFindingAndIsNotSaidToBeCallable()
    {
        ModelAccess access = await CheckAsync(Calls.Model);

        Assert.Empty(access.Findings);
        Assert.Null(access.CanInvoke);
        Assert.Null(access.Trial);
        Assert.Equal(["ON_DEMAND", "INFERENCE_PROFILE"], access.InferenceTypes);
        Assert.Equal("AUTHORIZED", access.Availability!.Authorization);
        Assert.Equal("us." + Calls.Model, access.Profiles[0]);
        Assert.Contains("local0reports", access.Profiles);
    }

    [Theory]
    [InlineData(Calls.Model)]
    [InlineData("eu." + Sonnet)]
    [InlineData("arn:aws:bedrock:us-east-1::foundation-model/" + Calls.Model)]
    [InlineData("arn:aws:bedrock:us-east-1:000000000000:inference-profile/us." + Sonnet)]
    [InlineData("arn:aws:bedrock:us-east-1:000000000000:application-inference-profile/local0reports")]
    [InlineData("arn:aws:bedrock:us-east-1:000000000000:provisioned-model/p")]
    public async Task ACallThatSucceedsProvesIt(string model)
    {
        ModelAccess access = await CheckAsync(model, isInvoked: true);

        Assert.True(access.CanInvoke);
        Assert.True(access.Trial!.Succeeded);
        Assert.DoesNotContain(access.Findings, finding => finding.IsBlocking);
        Assert.Equal("Converse", _endpoint.Requests[^1].Operation);
    }

    [Fact]
    public async Task AModelThatNeedsAProfileNamesOneAndTheFailedCallAddsNothing()
    {
        ModelAccess access = await CheckAsync(Sonnet, isInvoked: true);

        ModelAccessFinding finding = Assert.Single(access.Findings);
        Assert.Contains("only through an inference profile", finding.Cause);
        Assert.StartsWith($"Use -ModelId us.{Sonnet} (or ", finding.Fix);
        Assert.EndsWith($"global.{Sonnet}, which may be processed in any region).", finding.Fix);
        Assert.Equal((false, "ValidationException"), (access.CanInvoke, access.Trial!.ErrorCode));
    }

    [Theory]
    [InlineData("amazon.nova-litte-v1:0", "no foundation model", "Did you mean amazon.nova-lite-v1:0")]
    [InlineData("what.is-this", "no foundation model", "Get-BRFoundationModel what.is-this -Region")]
    [InlineData("ca." + Sonnet, "no inference profile", "Use -ModelId us." + Sonnet)]
    [InlineData("us.amazn.nova-lite-v1:0", "no inference profile", "Did you mean us.amazon.nova-lite-v1:0")]
    [InlineData("arn:aws:bedrock:eu-west-1::foundation-model/" + Calls.Model, "of eu-west-1", "-Region eu-west-1")]
    public async Task WhatIsNotHereHasANeighbour(string model, string cause, string fix)
    {
        ModelAccess access = await CheckAsync(model);

        Assert.False(access.CanInvoke);
        Assert.Contains(cause, access.Findings[0].Cause);
        Assert.Contains(fix, access.Findings[0].Fix);
    }

    [Theory]
    [InlineData("2026-06-01", null, "ends on 2027-06-30")]
    [InlineData("2027-07-01", false, "end of life was on 2027-06-30")]
    public async Task TheEndOfLifeIsToldAndOnceItIsOverStandsAgainstACall(string today, bool? canInvoke, string cause)
    {
        TimeSpan ahead = DateTimeOffset.Parse(today + "T00:00:00Z") - _clock.GetUtcNow();
        _clock.Advance(ahead);

        ModelAccess access = await CheckAsync(Titan);

        Assert.Contains(cause, Assert.Single(access.Findings).Cause);
        Assert.Equal(canInvoke, access.CanInvoke);
    }

    [Theory]
    [InlineData("NOT_AVAILABLE", "AVAILABLE", "AUTHORIZED", "AVAILABLE", "no agreement", "model-catalog")]
    [InlineData("PENDING", "AVAILABLE", "AUTHORIZED", "AVAILABLE", "status PENDING", "model-catalog")]
    [InlineData("AVAILABLE", "NOT_AVAILABLE", "AUTHORIZED", "AVAILABLE", "not entitled", "Ask for access")]
    [InlineData("AVAILABLE", "AVAILABLE", "NOT_AUTHORIZED", "AVAILABLE", "not authorised", "organisation")]
    [InlineData("AVAILABLE", "AVAILABLE", "AUTHORIZED", "NOT_AVAILABLE", "does not have the model", "-ModelId us.")]
    public async Task EachThingThatTheAccountLacksIsAFinding(
        string agreement, string entitlement, string authorization, string region, string cause, string fix)
    {
        _endpoint.Enqueue(new LocalReply
        {
            Path = "/foundation-model-availability",
            Body =
                $$"""
                {"modelId":"m","agreementAvailability":{"status":"{{agreement}}"},"regionAvailability":"{{region}}",
                 "authorizationStatus":"{{authorization}}","entitlementAvailability":"{{entitlement}}"}
                """,
        });

        ModelAccess access = await CheckAsync(Calls.Model);

        ModelAccessFinding finding = Assert.Single(access.Findings);
        Assert.Contains(cause, finding.Cause);
        Assert.Contains(fix, finding.Fix);
        Assert.False(access.CanInvoke);
    }

    [Fact]
    public async Task DeniedReadsAreOneFindingAndTheRestIsAnswered()
    {
        foreach (string path in new[] { "/foundation-model-availability", "/inference-profiles" })
        {
            _endpoint.Enqueue(new LocalReply { Path = path, ErrorCode = ErrorCodes.AccessDenied });
        }

        ModelAccess access = await CheckAsync(Calls.Model, isInvoked: true);

        ModelAccessFinding finding = Assert.Single(access.Findings);
        Assert.Contains(
            "bedrock:GetFoundationModelAvailability, bedrock:ListInferenceProfiles is denied", finding.Cause);
        Assert.Contains($"New-BRIamPolicy -ModelId {Calls.Model} -List", finding.Fix);
        Assert.NotNull(access.Lifecycle);
        Assert.True(access.CanInvoke);
    }

    [Fact]
    public async Task ADeniedCallNamesTheActionAndTheArn()
    {
        const string arn = "arn:aws:bedrock:us-east-1::foundation-model/" + Calls.Model;
        _endpoint.Enqueue(new LocalReply
        {
            ErrorCode = ErrorCodes.AccessDenied,
            Message = $"User: u is not authorized to perform: bedrock:InvokeModel on resource: {arn} because no "
                + "identity-based policy allows the bedrock:InvokeModel action",
        });

        ModelAccess access = await CheckAsync(Calls.Model, isInvoked: true);

        Assert.StartsWith($"Allow bedrock:InvokeModel on {arn}.", Assert.Single(access.Findings).Fix);
        Assert.Equal((false, "AccessDeniedException"), (access.CanInvoke, access.Trial!.ErrorCode));
    }

    [Fact]
    public async Task AThrottledCallProvesNothing()
    {
        _endpoint.Enqueue(new LocalReply { ErrorCode = ErrorCodes.Throttling });

        ModelAccess access = await CheckAsync(Calls.Model, isInvoked: true);

        Assert.Null(access.CanInvoke);
        Assert.False(Assert.Single(access.Findings).IsBlocking);
    }

    [Fact]
    public async Task ExpiredCredentialsAreOneFindingAndEndTheAsking()
    {
        _endpoint.Enqueue(new LocalReply { Path = "/", ErrorCode = ErrorCodes.ExpiredToken, Times = 9 });

        ModelAccess access = await CheckAsync(Calls.Model, isInvoked: true);

        Assert.Contains("sign in again", Assert.Single(access.Findings).Fix);
        Assert.Equal((false, 1L), (access.CanInvoke, _endpoint.RequestCount));
    }

    [Fact]
    public async Task AModelThatWritesNoTextIsNotCalled()
    {
        ModelAccess access = await CheckAsync("amazon.titan-embed-text-v2:0", isInvoked: true);

        Assert.Contains("EMBEDDING", Assert.Single(access.Findings).Cause);
        Assert.Null(access.CanInvoke);
        Assert.DoesNotContain(_endpoint.Requests, request => request.Operation == "Converse");
    }

    [Fact]
    public async Task TheProfilesAreReadOnceForSeveralModels()
    {
        using BedrockConnection connection = Connect();
        KnownProfiles known = new();
        foreach (string id in new[] { Calls.Model, Sonnet })
        {
            ModelAccessCheck check = new(new ModelAccess { ModelId = id }, new AdviceFacts(), known);
            Assert.NotEmpty((await check.ReadAsync(connection, default)).Profiles);
        }

        Assert.Single(_endpoint.Requests, request => request.Path == "/inference-profiles?type=APPLICATION");
    }

    private BedrockConnection Connect() => Calls.Connect(_endpoint.Uri, Calls.Once with { Clock = _clock });

    private async Task<ModelAccess> CheckAsync(string model, bool isInvoked = false)
    {
        using BedrockConnection connection = Connect();
        ModelAccessCheck check = new(
            new ModelAccess { ModelId = model }, new AdviceFacts { Region = "us-east-1" });
        await check.ReadAsync(connection, default);
        return isInvoked && check.MayCall ? await check.InvokeAsync(connection, default) : check.Access;
    }
}
