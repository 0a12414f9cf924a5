using System.Text;
using BedrockPS.Http;
using BedrockPS.Invoke;

namespace BedrockPS.Tests;

public class InvokeModelTests
{
    private const string Json = "200 OK\r\nContent-Type: application/json";
    private const string EventStream = "200 OK\r\nContent-Type: application/vnd.amazon.eventstream";

    [Fact]
    public async Task UsageAndLatencyComeFromTheHeaders()
    {
        InvokeModelResponse response = await InvokeAsync(
            Json + "\r\nX-Amzn-Bedrock-Input-Token-Count: 3\r\nX-Amzn-Bedrock-Output-Token-Count: 4"
            + "\r\nX-Amzn-Bedrock-Cache-Read-Input-Token-Count: 5\r\nX-Amzn-Bedrock-Cache-Write-Input-Token-Count: 6"
            + "\r\nX-Amzn-Bedrock-Invocation-Latency: 7\r\nx-amzn-RequestId: id-1",
            """{"generation":"hi"}""");

        TokenUsage usage = response.Usage!;
        Assert.Equal((3L, 4L, 18L), (usage.InputTokens, usage.OutputTokens, usage.TotalTokens));
        Assert.Equal((5L, 6L, 7L), (usage.CacheReadInputTokens, usage.CacheWriteInputTokens, response.LatencyMs));
        Assert.Equal(("hi", "id-1", Calls.Model), (response.Text, response.RequestId, response.ModelId));
    }

    [Fact]
    public async Task WithoutHeadersTheUsageIsUnknown() =>
        Assert.Null((await InvokeAsync(Json, """{"generation":"hi"}""")).Usage);

    [Fact]
    public async Task ABodyThatIsNoJsonIsKeptAsBytes()
    {
        InvokeModelResponse response = await InvokeAsync("200 OK\r\nContent-Type: image/png", "\u0001\u0002");

        Assert.Null(response.Body);
        Assert.Equal([1, 2], response.RawBody!);
    }

    [Theory]
    [InlineData("application/json", "<html>")]
    [InlineData("text/html", "<html>")]
    public async Task WhatIsNoAnswerIsUnexpected(string type, string body)
    {
        BedrockException e = await Assert.ThrowsAsync<BedrockException>(
            () => InvokeAsync($"200 OK\r\nContent-Type: {type}", body));

        Assert.Equal(ClientErrorCode.UnexpectedResponse, e.ErrorCode);
        Assert.Contains("<html>", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UsageOfAStreamComesFromItsMetrics()
    {
        InvokeModelResponse response = await StreamAsync(
            Chunk("""{"generation":"h"}"""),
            Chunk("""
                {"generation":"i","stop_reason":"stop","amazon-bedrock-invocationMetrics":{"inputTokenCount":3,
                "outputTokenCount":4,"invocationLatency":7,"firstByteLatency":1,"cacheReadInputTokenCount":5}}
                """));

        Assert.Equal(("hi", "stop", 7L), (response.Text, response.StopReason, response.LatencyMs));
        TokenUsage usage = response.Usage!;
        Assert.Equal((3L, 4L, 5L), (usage.InputTokens, usage.OutputTokens, usage.CacheReadInputTokens));
    }

    [Fact]
    public async Task AStreamThatIsNotKeptHoldsItsEndAlone()
    {
        InvokeModelResponse response = await StreamAsync(false, Chunk("""{"generation":"hi","stop_reason":"stop"}"""));

        Assert.Equal(("stop", string.Empty, 0), (response.StopReason, response.Text, response.Chunks!.Count));
    }

    [Theory]
    [InlineData("")]
    [InlineData("no json")]
    [InlineData("""{"is":"sunny"}""")]
    public async Task AnUnknownEventIsKeptAndNotFatal(string payload)
    {
        InvokeModelResponse response = await StreamAsync(
            Chunk("""{"generation":"h"}"""), Frames.Event("mood", payload), Chunk("""{"generation":"i"}"""));

        Assert.Equal(("hi", 3), (response.Text, response.Chunks!.Count));
    }

    [Fact]
    public async Task AChunkWhosePayloadIsBrokenIsUnexpectedAndKeepsTheText()
    {
        BedrockException e = await Assert.ThrowsAsync<BedrockException>(
            () => StreamAsync(Chunk("""{"generation":"hi"}"""), Frames.Event("chunk", "{")));

        Assert.Equal(ClientErrorCode.UnexpectedResponse, e.ErrorCode);
        Assert.Equal("hi", Assert.IsType<InvokeModelResponse>(e.PartialResponse).Text);
    }

    [Fact]
    public async Task ABodyOverTheLimitIsNotSent()
    {
        await using RawServer server = new(Json, []);
        using BedrockConnection connection = Calls.Connect(server.Uri);
        InvokeModelRequest request = new() { ModelId = Calls.Model, Body = new byte[25_000_001] };

        BedrockException e = await Assert.ThrowsAsync<BedrockException>(() => connection.InvokeModelAsync(request));

        Assert.Equal((ClientErrorCode.InvalidRequest, 0), (e.ErrorCode, server.Requests));
    }

    [Fact]
    public async Task TheBodyAndItsTypesReachTheWire()
    {
        string? sent = null;
        await using RawServer server = new(request =>
        {
            sent = request;
            return RawServer.Response(Json, "{}");
        });
        using BedrockConnection connection = Calls.Connect(server.Uri);
        await connection.InvokeModelAsync(new InvokeModelRequest
        {
            ModelId = Calls.Model, Body = "body"u8.ToArray(), ContentType = "text/x-one", Accept = "image/x-two",
        });

        Assert.EndsWith("\r\n\r\nbody", sent, StringComparison.Ordinal);
        Assert.Contains("Content-Type: text/x-one\r\n", sent, StringComparison.Ordinal);
        Assert.Contains("Accept: image/x-two\r\n", sent, StringComparison.Ordinal);
    }

    private static byte[] Chunk(string json) =>
        Frames.Event("chunk", $$"""{"bytes":"{{Convert.ToBase64String(Encoding.UTF8.GetBytes(json))}}","p":"abc"}""");

    private static async Task<InvokeModelResponse> InvokeAsync(string head, string body)
    {
        await using RawServer server = new(_ => RawServer.Response(head, body));
        using BedrockConnection connection = Calls.Connect(server.Uri);
        return await connection.InvokeModelAsync(new InvokeModelRequest { ModelId = Calls.Model });
    }

    private static Task<InvokeModelResponse> StreamAsync(params byte[][] frames) => StreamAsync(true, frames);

    private static async Task<InvokeModelResponse> StreamAsync(bool keep, params byte[][] frames)
    {
        await using RawServer server = new(EventStream, Frames.Join(frames));
        using BedrockConnection connection = Calls.Connect(server.Uri);
        await using InvokeModelStream stream = await connection.InvokeModelStreamAsync(
            new InvokeModelRequest { ModelId = Calls.Model }, keep);
        await foreach (InvokeModelChunk chunk in stream.ReadAsync())
        {
            Assert.NotNull(chunk);
        }

        return stream.ToResponse();
    }
}
