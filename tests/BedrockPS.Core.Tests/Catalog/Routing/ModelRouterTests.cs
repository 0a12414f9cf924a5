using BedrockPS.Catalog;
using BedrockPS.Converse;
using BedrockPS.Diagnosis;
using BedrockPS.Http;
using BedrockPS.Invoke;

namespace BedrockPS.Tests.Routing;

public sealed class ModelRouterTests : RoutingTest
{
    private const string Lists = "ListInferenceProfiles";

    [Fact]
    public async Task ARefusedIdIsCalledThroughAProfileAndTheNextCallGoesThereAtOnce()
    {
        CatalogMemory session = NewSession();

        ConverseResponse first = await AskAsync(session, Sonnet);
        ConverseResponse second = await AskAsync(session, Sonnet);

        Assert.Equal((Sonnet, "us." + Sonnet, 2), (first.ModelId, first.ResolvedModelId, first.Attempts));
        Assert.Equal((Sonnet, "us." + Sonnet, 1), (second.ModelId, second.ResolvedModelId, second.Attempts));
        Assert.Equal(
            [$"Converse {Sonnet}", Lists, $"Converse us.{Sonnet}", $"Converse us.{Sonnet}"], Asked());
        Assert.StartsWith($"{Sonnet} is called as us.{Sonnet}.", Remarks[0]);
    }

    [Fact]
    public async Task WhatOneSessionHasLearntTheNextOneKnows()
    {
        await AskAsync(NewSession(), Sonnet);
        Endpoint.ClearRequests();

        await AskAsync(NewSession(), Sonnet);
        Assert.Equal([$"Converse us.{Sonnet}"], Asked());

        Clock.Advance(TimeSpan.FromHours(25));
        Endpoint.ClearRequests();
        await AskAsync(NewSession(), Sonnet);
        Assert.Equal([$"Converse {Sonnet}", Lists, $"Converse us.{Sonnet}"], Asked());
    }

    [Theory]
    [InlineData(Calls.Model)]
    [InlineData("eu." + Sonnet)]
    [InlineData("arn:aws:bedrock:us-east-1:000000000000:inference-profile/us." + Sonnet)]
    [InlineData("arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/abc")]
    [InlineData("arn:aws:bedrock:us-east-1:123456789012:provisioned-model/abc")]
    [InlineData("arn:aws:bedrock:us-east-1:123456789012:imported-model/abc")]
    [InlineData("arn:aws:bedrock:us-east-1:123456789012:custom-model-deployment/abc")]
    public async Task WhatCanBeCalledCostsNoRequestOfItsOwn(string modelId)
    {
        ConverseResponse answer = await AskAsync(NewSession(), modelId);

        Assert.Equal((modelId, modelId, 1), (answer.ModelId, answer.ResolvedModelId, answer.Attempts));
        Assert.Equal([$"Converse {modelId}"], Asked());
    }

    [Theory]
    [InlineData("no.such-model", "model identifier is invalid")]
    [InlineData("arn:aws:bedrock:us-east-1::foundation-model/" + Sonnet, "on-demand throughput")]
    public async Task WhatCannotBeHelpedFailsInTheServicesWords(string modelId, string words)
    {
        BedrockException failure = await FailAsync(NewSession(), modelId);

        Assert.Contains(words, failure.Message);
        Assert.Null(failure.Resolution);
        Assert.Equal([$"Converse {modelId}"], Asked());
    }

    [Fact]
    public async Task StreamsAndNativeBodiesGoTheSameWay()
    {
        using BedrockConnection connection = Connect(Router(NewSession()));
        await using ConverseStream stream = await connection.ConverseStreamAsync(Question(Sonnet));
        await foreach (ConverseEvent _ in stream.ReadAsync())
        {
        }

        ConverseResponse streamed = stream.ToResponse();
        InvokeModelRequest request = new()
        {
            ModelId = Sonnet,
            Body =
                """
                {"anthropic_version":"bedrock-2023-05-31","max_tokens":9,"messages":[{"role":"user","content":"hi"}]}
                """u8.ToArray(),
        };
        InvokeModelResponse native = await connection.InvokeModelAsync(request);

        Assert.Equal((Sonnet, "us." + Sonnet, 2), (streamed.ModelId, streamed.ResolvedModelId, streamed.Attempts));
        Assert.Equal((Sonnet, "us." + Sonnet, 1), (native.ModelId, native.ResolvedModelId, native.Attempts));
    }

    [Fact]
    public async Task WhatMayBeProcessedAnywhereIsNotTakenUnlessItIsAllowed()
    {
        const string onlyGlobal =
            """
            {"inferenceProfileSummaries":[{"inferenceProfileId":"global.anthropic.claude-sonnet-4-5-20250929-v1:0",
             "status":"ACTIVE","type":"SYSTEM_DEFINED","models":[{"modelArn":
             "arn:aws:bedrock:::foundation-model/anthropic.claude-sonnet-4-5-20250929-v1:0"}]}]}
            """;
        Endpoint.Enqueue(new LocalReply { Path = "/inference-profiles", Body = onlyGlobal });
        CatalogMemory session = NewSession();

        BedrockException failure = await FailAsync(session, Sonnet);
        ConverseResponse answer = await AskAsync(session, Sonnet, "global");

        Assert.Equal(ErrorCodes.Validation, failure.ErrorCode);
        Assert.Contains("-Geography global", RecommendedActions.For(failure));
        Assert.Equal("global." + Sonnet, answer.ResolvedModelId);
    }

    [Fact]
    public async Task WhereListingIsDeniedTheServicesErrorHasAnActionAndNobodyAsksAgain()
    {
        DenyLists();
        CatalogMemory session = NewSession();

        BedrockException failure = await FailAsync(session, Sonnet);
        await FailAsync(session, Sonnet);

        Assert.Contains("on-demand throughput", failure.Message);
        Assert.Contains("Allow bedrock:ListInferenceProfiles", RecommendedActions.For(failure));
        Assert.Equal([$"Converse {Sonnet}", Lists, $"Converse {Sonnet}"], Asked());
        Clock.Advance(TimeSpan.FromMinutes(6));
        await FailAsync(session, Sonnet);
        Assert.Equal(2, Asked().Count(operation => operation == Lists));
    }

    [Fact]
    public async Task AProfileThatIsNoLongerThereIsLookedForAnew()
    {
        await AskAsync(NewSession(), Sonnet);
        string kept = Directory.GetFiles(Folder, "*.profiles.json").Single();
        File.WriteAllText(kept, File.ReadAllText(kept).Replace("us." + Sonnet, "us.old." + Sonnet));
        Endpoint.ClearRequests();
        Endpoint.Enqueue(new LocalReply { ErrorCode = ErrorCodes.ResourceNotFound });

        ConverseResponse answer = await AskAsync(NewSession(), Sonnet);

        Assert.Equal("us." + Sonnet, answer.ResolvedModelId);
        Assert.Equal([$"Converse us.old.{Sonnet}", Lists, $"Converse us.{Sonnet}"], Asked());
    }

    [Fact]
    public async Task YesterdaysListIsBetterThanNone()
    {
        await AskAsync(NewSession(), Sonnet);
        Clock.Advance(TimeSpan.FromDays(2));
        DenyLists();

        Assert.Equal("us." + Sonnet, (await AskAsync(NewSession(), Sonnet)).ResolvedModelId);
    }

    [Fact]
    public async Task CallsAtTheSameTimeListTheProfilesOnce()
    {
        CatalogMemory session = NewSession();

        ConverseResponse[] answers =
            await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => AskAsync(session, Sonnet))));

        Assert.All(answers, answer => Assert.Equal("us." + Sonnet, answer.ResolvedModelId));
        Assert.Single(Asked(), operation => operation == Lists);
    }

    [Fact]
    public async Task TheRefusedRequestIsOneOfTheAttempts()
    {
        Endpoint.Enqueue(new LocalReply
        {
            Predicate = request => request.ModelId == "us." + Sonnet, ErrorCode = ErrorCodes.Throttling, Times = 9,
        });
        CallOptions patient = new() { Clock = new ManualClock { Skips = TimeSpan.FromMinutes(1) } };
        using BedrockConnection connection = Connect(Router(NewSession()), patient);

        BedrockException failure =
            await Assert.ThrowsAsync<BedrockException>(() => connection.ConverseAsync(Question(Sonnet)));

        Assert.Equal(
            (ErrorCodes.Throttling, 3, "us." + Sonnet), (failure.ErrorCode, failure.Attempts, failure.ModelId));
        Assert.Equal(3, Endpoint.Requests.Count(request => request.Operation == "Converse"));
    }

    [Fact]
    public async Task AnEndThatIsAnnouncedIsToldOnceWithItsDate()
    {
        const string titan = "amazon.titan-text-express-v1";
        CatalogMemory session = NewSession();
        await AskAsync(session, titan);
        Assert.Empty(Warnings);
        using BedrockConnection connection = Calls.Connect(Endpoint.Uri);
        session.Of(Scope).Keep(await connection.ListFoundationModelsAsync(), isWhole: true);

        await AskAsync(session, titan);
        await AskAsync(session, titan);
        await AskAsync(session, Calls.Model);
        Assert.Contains("end of life on 2027-06-30", Assert.Single(Warnings));

        // The next session has it from the disk.
        await AskAsync(NewSession(), titan);
        Assert.Equal(2, Warnings.Count);
    }

    [Fact]
    public async Task AListOfModelsSaysBeforehandThatAnIdWillBeRefused()
    {
        CatalogMemory session = NewSession();
        using BedrockConnection connection = Calls.Connect(Endpoint.Uri);
        session.Of(Scope).Keep(await connection.ListFoundationModelsAsync(), isWhole: true);
        Endpoint.ClearRequests();

        await AskAsync(session, Sonnet);

        Assert.Equal([Lists, $"Converse us.{Sonnet}"], Asked());
    }

    [Theory]
    [InlineData(Sonnet, "us." + Sonnet, "routes to us-east-1")]
    [InlineData(Calls.Model, Calls.Model, "on demand")]
    [InlineData("no.such-model", "no.such-model", "lists no such model")]
    [InlineData("eu." + Sonnet, "eu." + Sonnet, "profile already")]
    [InlineData("arn:aws:bedrock:us-east-1:1:prompt/x", "arn:aws:bedrock:us-east-1:1:prompt/x", "ARN")]
    [InlineData("my-throughput", "my-throughput", "no id of a foundation model")]
    public async Task AModelIsResolvedWithoutACall(string modelId, string resolved, string reason)
    {
        ModelResolution resolution = await Router(NewSession()).ResolveAsync(modelId, isRefresh: false, default);

        Assert.Equal((modelId, resolved), (resolution.ModelId, resolution.ResolvedModelId));
        Assert.Contains(reason, resolution.Reason);
        Assert.DoesNotContain(Endpoint.Requests, request => request.Operation == "Converse");
    }

    [Fact]
    public async Task ResolvingAsksOnceADayUnlessItIsToldTo()
    {
        ModelRouter router = Router(NewSession());
        await router.ResolveAsync(Sonnet, isRefresh: false, default);
        int asked = Asked().Length;
        await router.ResolveAsync(Sonnet, isRefresh: false, default);
        Assert.Equal(asked, Asked().Length);

        await router.ResolveAsync(Sonnet, isRefresh: true, default);
        Assert.Equal(asked * 2, Asked().Length);
    }

    [Fact]
    public async Task APreviewShowsWhatIsKnownAndAsksNobody()
    {
        CatalogMemory session = NewSession();
        using BedrockConnection connection = Connect(Router(session));
        Assert.EndsWith($"/model/{Uri.EscapeDataString(Sonnet)}/converse", Previewed(connection));
        await AskAsync(session, Sonnet);
        long asked = Endpoint.RequestCount;

        Assert.EndsWith($"/model/us.{Uri.EscapeDataString(Sonnet)}/converse", Previewed(connection));
        Assert.Equal(asked, Endpoint.RequestCount);
    }

    private void DenyLists() => Endpoint.Enqueue(new LocalReply
    {
        Path = "/inference-profiles", ErrorCode = ErrorCodes.AccessDenied, Times = 9,
    });

    private static string Previewed(BedrockConnection connection) =>
        connection.PreviewConverse(Question(Sonnet), isStream: false).Url!.ToString();
}
