using BedrockPS.Catalog;
using BedrockPS.Http;

namespace BedrockPS.Tests;

public class CatalogOperationsTests
{
    [Fact]
    public async Task NullMembersAreTaken()
    {
        FoundationModel model = await ListAsync(
            """
            {"modelSummaries":[{"modelId":"m","modelName":null,"inputModalities":null,"responseStreamingSupported":null,
             "modelLifecycle":null,"converse":null}]}
            """);

        Assert.Equal(("m", null, false), (model.ModelId, model.Name, model.Streaming));
        Assert.Null(model.Lifecycle);
        Assert.Null(model.InputModalities);
    }

    [Fact]
    public async Task UnknownMembersAreKept()
    {
        FoundationModel model = await ListAsync(
            """
            {"modelSummaries":[{"modelId":"m","converse":{"maxTokensMaximum":5},
             "modelLifecycle":{"status":"LEGACY","endOfLifeTime":"2027-01-01T00:00:00Z","grace":"long"}}]}
            """);

        JsonOf.AssertSame("""{"converse":{"maxTokensMaximum":5}}""", JsonOf.Document(model.Other));
        Assert.Equal(2027, model.Lifecycle!.EndOfLifeTime!.Value.Year);
        Assert.Equal("long", model.Lifecycle.Other!["grace"]);
    }

    [Fact]
    public async Task TheFilterIsTheQuery()
    {
        string? line = null;
        await using RawServer server = new(request =>
        {
            line = request.Split("\r\n")[0];
            return RawServer.Response("200 OK", """{"modelSummaries":[]}""");
        });
        using BedrockConnection connection = Calls.Connect(server.Uri);

        await connection.ListFoundationModelsAsync(
            new FoundationModelFilter { Provider = "A&B Co", InferenceType = "ON_DEMAND" });

        Assert.Equal("GET /foundation-models?byProvider=A%26B%20Co&byInferenceType=ON_DEMAND HTTP/1.1", line);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("<html>")]
    public async Task WhatIsNoListIsUnexpected(string body)
    {
        BedrockException e = await Assert.ThrowsAsync<BedrockException>(() => ListAsync(body));

        Assert.Equal(ClientErrorCode.UnexpectedResponse, e.ErrorCode);
    }

    [Theory]
    [InlineData("", "/")]
    [InlineData("/bedrock", "/bedrock/")]
    [InlineData("/bedrock/", "/bedrock/")]
    public async Task AnEndpointsOwnPathStaysInFront(string path, string expected)
    {
        List<string> lines = [];
        await using RawServer server = new(request =>
        {
            lines.Add(request.Split("\r\n")[0]);
            return RawServer.Response("400 Bad", "{}");
        });
        Uri endpoint = new(server.Uri, path);
        using BedrockConnection connection = Calls.Connect(endpoint);

        await Assert.ThrowsAsync<BedrockException>(() => connection.ListFoundationModelsAsync());
        await Calls.FailAsync(endpoint);

        Assert.Equal($"GET {expected}foundation-models HTTP/1.1", lines[0]);
        Assert.Equal($"POST {expected}model/amazon.nova-lite-v1%3A0/converse HTTP/1.1", lines[1]);
    }

    private static async Task<FoundationModel> ListAsync(string body)
    {
        await using RawServer server = new(_ => RawServer.Response("200 OK", body));
        using BedrockConnection connection = Calls.Connect(server.Uri);
        return Assert.Single(await connection.ListFoundationModelsAsync());
    }
}
