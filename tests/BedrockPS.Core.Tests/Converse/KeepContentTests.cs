using System.Text;
using BedrockPS.Converse;
using BedrockPS.EventStream;
using BedrockPS.Http;

namespace BedrockPS.Tests;

/// <summary>Who only wants the events of a stream does not pay for the response that they add up to.</summary>
public class KeepContentTests
{
    private const string Head = "200 OK\r\nContent-Type: application/vnd.amazon.eventstream\r\nx-amzn-RequestId: r-1";

    private static readonly byte[][] Whole =
    [
        Frame("messageStart", """{"role":"assistant"}"""),
        Frame("contentBlockDelta", """{"contentBlockIndex":0,"delta":{"text":"some text"}}"""),
        Frame("contentBlockStop", """{"contentBlockIndex":0}"""),
        Frame("contentBlockStart", """{"contentBlockIndex":1,"start":{"toolUse":{"toolUseId":"t","name":"n"}}}"""),
        Frame("contentBlockDelta", """{"contentBlockIndex":1,"delta":{"toolUse":{"input":"{}"}}}"""),
        Frame("contentBlockStop", """{"contentBlockIndex":1}"""),
        Frame("messageStop", """{"stopReason":"end_turn"}"""),
        Frame("metadata", """{"metrics":{"latencyMs":7},"usage":{"inputTokens":3,"outputTokens":4,"totalTokens":7}}"""),
    ];

    [Theory]
    [InlineData(true, "some text", 2)]
    [InlineData(false, "", 0)]
    public async Task TheResponseHoldsContentOnlyWhereItIsKept(bool keepContent, string text, int blocks)
    {
        (ConverseResponse response, int events, _) = await StreamAsync(Whole, keepContent);

        Assert.Equal(Whole.Length, events);
        Assert.Equal(text, response.Text);
        Assert.Equal(blocks, response.Message!.Content.Count);
        Assert.Equal(blocks / 2, response.ToolUses.Count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task WhatIsNotContentIsKeptEitherWay(bool keepContent)
    {
        (ConverseResponse response, _, _) = await StreamAsync(Whole, keepContent);

        Assert.Equal("end_turn", response.StopReason);
        Assert.Equal(7, response.Usage!.TotalTokens);
        Assert.Equal(7, response.LatencyMs);
        Assert.Equal("r-1", response.RequestId);
        Assert.NotNull(response.TimeToFirstTokenMs);
    }

    [Theory]
    [InlineData(true, "some text")]
    [InlineData(false, "")]
    public async Task AStreamThatEndsEarlyIsAFailureEitherWay(bool keepContent, string partialText)
    {
        (_, int events, BedrockException? failure) = await StreamAsync(Whole[..3], keepContent);

        Assert.Equal(3, events);
        Assert.Equal(ClientErrorCode.StreamTruncated, failure!.ErrorCode);
        Assert.Equal(partialText, Assert.IsType<ConverseResponse>(failure.PartialResponse).Text);
    }

    private static async Task<(ConverseResponse Response, int Events, BedrockException? Failure)> StreamAsync(
        byte[][] frames, bool keepContent)
    {
        await using RawServer server = new(Head, [.. frames.SelectMany(frame => frame)]);
        using BedrockConnection connection = new(server.Uri, SharedSockets.Handler);
        ConverseRequest request = new() { ModelId = "m", Messages = [new Message(MessageRole.User, "hi")] };
        await using ConverseStream stream = await connection.ConverseStreamAsync(request, keepContent);
        int events = 0;
        BedrockException? failure = null;
        try
        {
            await foreach (ConverseEvent _ in stream.ReadAsync())
            {
                events++;
            }
        }
        catch (BedrockException e)
        {
            failure = e;
        }

        return (stream.ToResponse(), events, failure);
    }

    private static byte[] Frame(string type, string json) =>
        EventStreamEncoder.EncodeEvent(type, Encoding.UTF8.GetBytes(json));
}
