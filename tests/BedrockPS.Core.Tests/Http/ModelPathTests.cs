using BedrockPS.Http;

namespace BedrockPS.Tests;

public class ModelPathTests
{
    [Theory]
    [InlineData("amazon.nova-lite-v1:0", "/model/amazon.nova-lite-v1%3A0/converse")]
    [InlineData("us.meta.llama3-1-8b-instruct-v1:0", "/model/us.meta.llama3-1-8b-instruct-v1%3A0/converse")]
    [InlineData(
        "arn:aws:bedrock:us-east-1:123456789012:inference-profile/1arbu5hu2sjr",
        "/model/arn%3Aaws%3Abedrock%3Aus-east-1%3A123456789012%3Ainference-profile%2F1arbu5hu2sjr/converse")]
    [InlineData("a/../b?c#d%41", "/model/a%2F..%2Fb%3Fc%23d%2541/converse")]
    [InlineData("modèle", "/model/mod%C3%A8le/converse")]
    public void TheIdIsOneEscapedSegment(string id, string path) => Assert.Equal(path, ModelPath.For(id, "converse"));

    [Theory]
    [InlineData("amazon.nova-lite-v1:0")]
    [InlineData("arn:aws:bedrock:us-east-1:123456789012:prompt/ABC:1")]
    [InlineData("a/../../b")]
    public async Task TheEscapedIdReachesTheWireAsItIs(string id)
    {
        string? line = null;
        await using RawServer server = new(request =>
        {
            line = request.Split("\r\n")[0];
            return RawServer.Response("400 Bad", "{}");
        });
        using BedrockConnection connection = Calls.Connect(server.Uri);
        ConverseRequest request = Calls.Question();
        request.ModelId = id;

        BedrockException e = await Assert.ThrowsAsync<BedrockException>(
            () => Converse.ConverseOperations.ConverseAsync(connection, request));

        Assert.Equal($"POST {ModelPath.For(id, "converse")} HTTP/1.1", line);
        Assert.Equal(id, e.ModelId);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("a b")]
    [InlineData("a\nb")]
    [InlineData("a\u00a0b")]
    [InlineData("a\0b")]
    [InlineData(".")]
    [InlineData("..")]
    public void WhatIsNoIdIsRefused(string id) => AssertRefused(id);

    [Fact]
    public void AnIdMayHave2048Characters()
    {
        ModelPath.Check(new string('m', 2048));
        AssertRefused(new string('m', 2049));
    }

    private static void AssertRefused(string id) => Assert.Equal(
        ClientErrorCode.InvalidRequest, Assert.Throws<BedrockException>(() => ModelPath.Check(id)).ErrorCode);
}
