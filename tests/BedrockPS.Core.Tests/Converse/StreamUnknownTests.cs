using System.Collections;

namespace BedrockPS.Tests;

/// <summary>Events, members and kinds that are newer than this version: kept, and never fatal.</summary>
public sealed class StreamUnknownTests : IDisposable
{
    private readonly LocalEndpoint _endpoint = LocalEndpoint.Start();

    public void Dispose() => _endpoint.Dispose();

    [Fact]
    public async Task AnUnknownEventIsKeptAndNotFatal()
    {
        _endpoint.Enqueue(new LocalReply { Text = "hi", EventType = "mood", EventJson = """{"is":"sunny"}""" });

        (ConverseResponse response, IReadOnlyList<ConverseEvent> events) = await Calls.StreamAsync(_endpoint.Uri);

        UnknownEvent unknown = Assert.Single(events.OfType<UnknownEvent>());
        Assert.Equal("mood", unknown.EventType);
        JsonOf.AssertSame("""{"is":"sunny"}""", JsonOf.Document(unknown.Payload));
        JsonOf.AssertSame("""{"mood":{"is":"sunny"}}""", JsonOf.Document(response.Other));
        Assert.Equal("hi", response.Text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("no json")]
    public async Task AnUnknownEventMayHaveAnyPayload(string payload)
    {
        (ConverseResponse response, _) = await ReadAsync(Frames.Text("hi"), Frames.Event("mood", payload));

        Assert.Equal(("hi", payload), (response.Text, response.Other!["mood"] as string ?? string.Empty));
    }

    [Fact]
    public async Task AnUnknownEventThatComesAgainIsKeptTooInOrder()
    {
        (ConverseResponse response, _) = await ReadAsync(
            Frames.Event("mood", "1"), Frames.Event("mood", "[2]"), Frames.Text("hi"), Frames.Event("mood", "3"));

        JsonOf.AssertSame("""{"mood":[1,[2],3]}""", JsonOf.Document(response.Other));
    }

    [Fact]
    public async Task UnknownMembersOfEventsAreKeptAndPaddingIsNot()
    {
        byte[] metadata = Frames.Event(
            "metadata",
            """
            {"usage":{"inputTokens":1,"outputTokens":2,"totalTokens":3,"newUsage":4},"p":"abc",
             "metrics":{"latencyMs":5,"newMetric":6},"serviceTier":{"type":"flex"}}
            """);
        (ConverseResponse response, IReadOnlyList<ConverseEvent> events) = await ReadAsync(Frames.Text("hi"), metadata);

        Assert.All(events, e => Assert.False(e.Other?.ContainsKey("p") == true, e.EventType));
        Assert.Equal(4L, response.Usage!.Other!["newUsage"]);
        JsonOf.AssertSame(
            """{"serviceTier":{"type":"flex"},"metrics":{"newMetric":6}}""", JsonOf.Document(response.Other));
    }

    [Theory]
    [InlineData("""{"hologram":{"size":1,"data":"ab"}}""", """{"hologram":{"size":1,"data":"ab"}}""")]
    [InlineData("""{"hologram":"abc"}""", """{"hologram":"abc"}""")]
    [InlineData("""{"hologram":[1,2]}""", """{"hologram":[1,2]}""")]
    [InlineData("""{"hologram":7}""", """{"hologram":7}""")]
    public async Task AnUnknownKindOfPieceBecomesABlockOfThatKind(string delta, string block)
    {
        (ConverseResponse response, _) = await ReadAsync(Frames.Delta(delta));

        AssertContent(response, block);
        Assert.Equal("hologram", Assert.IsType<OtherBlock>(response.Message!.Content[0]).Kind);
    }

    [Fact]
    public async Task PiecesOfAnUnknownKindAreJoined()
    {
        (ConverseResponse response, _) = await ReadAsync(
            Frames.Begin("""{"hologram":{"format":"h1"}}"""),
            Frames.Delta("""{"hologram":{"text":"a","parts":[1]}}"""),
            Frames.Delta("""{"hologram":{"text":"b","parts":[2]}}"""));

        AssertContent(response, """{"hologram":{"format":"h1","text":"ab","parts":[1,2]}}""");
    }

    [Fact]
    public async Task ScalarPiecesOfAnUnknownKindAreJoined()
    {
        (ConverseResponse response, _) = await ReadAsync(
            Frames.Delta("""{"hologram":"ab"}"""), Frames.Delta("""{"hologram":"cd"}"""));

        AssertContent(response, """{"hologram":"abcd"}""");
    }

    [Fact]
    public async Task AnImageThatComesInPiecesIsWhole()
    {
        (ConverseResponse response, _) = await ReadAsync(
            Frames.Begin("""{"image":{"format":"png"}}"""),
            Frames.Delta("""{"image":{"source":{"bytes":"AQ=="}}}"""),
            Frames.Delta("""{"image":{"source":{"bytes":"AgM="}}}"""));

        Assert.Equal([1, 2, 3], Assert.IsType<ImageBlock>(response.Message!.Content[0]).Source!.Bytes);
        AssertContent(response, """{"image":{"format":"png","source":{"bytes":"AQID"}}}""");
    }

    [Fact]
    public async Task AnUnknownPieceBesideTextLeavesTheTextReadable()
    {
        (ConverseResponse response, _) = await ReadAsync(
            Frames.Text("hel"), Frames.Delta("""{"mark":{"bold":true}}"""), Frames.Text("lo"));

        Assert.Equal("hello", response.Text);
        AssertContent(response, """{"text":"hello","mark":{"bold":true}}""");
    }

    [Fact]
    public async Task UnknownMembersOfToolPiecesAreKept()
    {
        (ConverseResponse response, _) = await ReadAsync(
            Frames.Begin("""{"toolUse":{"toolUseId":"t","name":"n","color":"red"}}"""),
            Frames.Delta("""{"toolUse":{"input":"{}","weight":1}}"""));

        AssertContent(response, """{"toolUse":{"toolUseId":"t","name":"n","input":{},"color":"red","weight":1}}""");
    }

    [Fact]
    public async Task UnknownMembersOfReasoningPiecesAreKept()
    {
        (ConverseResponse response, _) = await ReadAsync(
            Frames.Delta("""{"reasoningContent":{"text":"t","one":1}}"""),
            Frames.Delta("""{"reasoningContent":{"two":2}}"""));

        AssertContent(response, """{"reasoningContent":{"reasoningText":{"text":"t"},"one":1,"two":2}}""");
    }

    [Fact]
    public async Task AToolResultOfTheServicesOwnIsWhole()
    {
        (ConverseResponse response, _) = await ReadAsync(
            Frames.Begin("""{"toolResult":{"toolUseId":"t","status":"success","type":"server"}}"""),
            Frames.Delta("""{"toolResult":[{"text":"a"}]}"""),
            Frames.Delta("""{"toolResult":[{"json":{"b":1}}]}"""));

        AssertContent(
            response,
            """
            {"toolResult":{"toolUseId":"t","status":"success","type":"server",
             "content":[{"text":"a"},{"json":{"b":1}}]}}
            """);
    }

    [Fact]
    public async Task AnUnknownStopReasonAndRolePassThrough()
    {
        byte[] stream = Frames.Join(
            Frames.Event("messageStart", """{"role":"oracle"}"""),
            Frames.Text("hi"),
            Frames.Event("messageStop", """{"stopReason":"bored"}"""));
        _endpoint.Enqueue(new LocalReply { RawStream = stream });

        (ConverseResponse response, _) = await Calls.StreamAsync(_endpoint.Uri);

        Assert.Equal(("oracle", "bored"), (response.Message!.Role, response.StopReason));
    }

    private static void AssertContent(ConverseResponse response, string block) =>
        JsonOf.AssertSame($$"""{"role":"assistant","content":[{{block}}]}""", JsonOf.Sent(response.Message!));

    private async Task<(ConverseResponse Response, IReadOnlyList<ConverseEvent> Events)> ReadAsync(
        params byte[][] content)
    {
        byte[] stream = Frames.Join([Frames.Start, .. content, Frames.BlockStop, Frames.Stop]);
        _endpoint.Enqueue(new LocalReply { RawStream = stream });
        return await Calls.StreamAsync(_endpoint.Uri);
    }
}
