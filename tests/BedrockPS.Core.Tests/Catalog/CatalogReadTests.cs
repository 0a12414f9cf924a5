using BedrockPS.Catalog;
using BedrockPS.Http;

namespace BedrockPS.Tests;

public sealed class CatalogReadTests : IDisposable
{
    private const string Titan = "amazon.titan-text-express-v1";

    private readonly LocalEndpoint _endpoint = LocalEndpoint.Start();
    private readonly BedrockConnection _connection;

    public CatalogReadTests() => _connection = Calls.Connect(_endpoint.Uri);

    public void Dispose()
    {
        _connection.Dispose();
        _endpoint.Dispose();
    }

    [Fact]
    public async Task AModelTellsItsEndOfLife()
    {
        FoundationModel model = await _connection.GetFoundationModelAsync(Titan);

        Assert.Equal(Titan, model.ModelId);
        Assert.Equal("LEGACY", model.Lifecycle!.Status);
        Assert.Equal(new DateTimeOffset(2027, 6, 30, 0, 0, 0, TimeSpan.Zero), model.Lifecycle.EndOfLifeTime);
    }

    [Fact]
    public async Task AvailabilityKeepsWhatIsNotNamed()
    {
        _endpoint.Enqueue(new LocalReply
        {
            Path = "/foundation-model-availability/amazon.nova-lite-v1:0",
            Body =
                """
                {"modelId":"m","agreementAvailability":{"status":"ERROR","errorMessage":"no card","x":1},
                 "authorizationStatus":"NOT_AUTHORIZED","entitlementAvailability":"NEW",
                 "regionAvailability":"AVAILABLE","y":[2]}
                """,
        });

        FoundationModelAvailability found = await _connection.GetFoundationModelAvailabilityAsync(Calls.Model);

        Assert.Equal(("ERROR", "no card"), (found.Agreement!.Status, found.Agreement.ErrorMessage));
        Assert.Equal(("NOT_AUTHORIZED", "NEW", "AVAILABLE"), (found.Authorization, found.Entitlement, found.Region));
        Assert.Equal(1L, found.Agreement.Other!["x"]);
        Assert.Equal([2L], (object?[])found.Other!["y"]!);
    }

    [Fact]
    public async Task EveryPageOfProfilesIsRead()
    {
        List<InferenceProfile> profiles = await ListAsync();

        Assert.True(_endpoint.RequestCount > 1);
        Assert.Equal(profiles.Select(profile => profile.InferenceProfileId).Distinct().Count(), profiles.Count);
        Assert.Equal(["APPLICATION", "SYSTEM_DEFINED"], profiles.Select(profile => profile.Type).Distinct().Order());
    }

    [Fact]
    public async Task OnlyTheFirstPageIsReadWhereNobodyAsksForMore()
    {
        await foreach (InferenceProfile profile in _connection.ListInferenceProfilesAsync())
        {
            Assert.NotEmpty(profile.Models!);
            break;
        }

        Assert.Equal(1, _endpoint.RequestCount);
    }

    [Fact]
    public async Task TheServiceFiltersByType()
    {
        InferenceProfile own = Assert.Single(await ListAsync(InferenceProfileType.Application));

        Assert.Equal("/inference-profiles?type=APPLICATION", _endpoint.Requests[0].Path);
        Assert.Equal("local0reports", own.InferenceProfileId);
        Assert.True(own.Contains(Calls.Model));
        Assert.False(own.IsGlobal);
    }

    [Fact]
    public async Task AServerThatHandsBackItsTokenIsNotAskedForEver()
    {
        _endpoint.Enqueue(new LocalReply
        {
            Path = "/inference-profiles", Times = 3, Body = """{"inferenceProfileSummaries":[],"nextToken":"t"}""",
        });

        Assert.Empty(await ListAsync());
        Assert.Equal(2, _endpoint.RequestCount);
    }

    [Theory]
    [InlineData("us.amazon.nova-lite-v1:0")]
    [InlineData("arn:aws:bedrock:us-east-1:000000000000:inference-profile/us.amazon.nova-lite-v1:0")]
    public async Task AProfileIsFoundByIdAndByArn(string profile)
    {
        InferenceProfile found = await _connection.GetInferenceProfileAsync(profile);

        Assert.Equal("us.amazon.nova-lite-v1:0", found.InferenceProfileId);
        Assert.Equal(["us-east-1", "us-east-2", "us-west-2"], found.Models!.Select(model => model.Region));
        Assert.EndsWith(Uri.EscapeDataString(profile), _endpoint.Requests[0].Path);
    }

    [Fact]
    public async Task WhatIsNotThereIsNamed()
    {
        BedrockException e = await Assert.ThrowsAsync<BedrockException>(
            () => _connection.GetInferenceProfileAsync("us.no.such"));

        Assert.Equal((ErrorCodes.ResourceNotFound, "us.no.such"), (e.ErrorCode, e.ModelId));
    }

    private async Task<List<InferenceProfile>> ListAsync(string? type = null)
    {
        List<InferenceProfile> profiles = [];
        await foreach (InferenceProfile profile in _connection.ListInferenceProfilesAsync(type))
        {
            profiles.Add(profile);
        }

        return profiles;
    }
}
