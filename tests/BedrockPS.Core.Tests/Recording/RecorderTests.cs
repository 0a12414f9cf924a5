using System.Text;
using BedrockPS.Http;
using BedrockPS.Recording;

namespace BedrockPS.Tests.Recording;

public class RecorderTests
{
    private const string Ok = "200 OK\r\nContent-Type: application/json\r\nx-amzn-RequestId: r-1\r\nx-private: no";
    private const string Throttled =
        "429 Slow\r\nContent-Type: application/json\r\nx-amzn-ErrorType: ThrottlingException:http://x/"
        + "\r\nx-amzn-RequestId: r-3";

    [Fact]
    public async Task AnAnswerIsReplayedWithoutTheService()
    {
        using TemporaryFile file = new();
        await Tape.RecordAsync(file, Ok, Answer("hi"), connection => Tape.AskAsync(connection));
        using Recorder recorder = Tape.Start(file, RecordingMode.Replay);
        using BedrockConnection connection = Tape.Connect(recorder);
        ConverseResponse response = await Tape.AskAsync(connection);

        Assert.Equal(("hi", "r-1", 1), (response.Text, response.RequestId, response.Attempts));
        Assert.Equal((1, 0), (recorder.Replayed, recorder.Unused));
        Assert.DoesNotContain("x-private", file.Lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task AStreamIsReplayedFrameByFrame()
    {
        using TemporaryFile file = new();
        await Tape.RecordAsync(file, Tape.StreamHead, Tape.Story, connection => Tape.ReadAsync(connection));
        using Recorder recorder = Tape.Start(file, RecordingMode.Replay);
        using BedrockConnection connection = Tape.Connect(recorder);

        Assert.Equal("Hello world", (await Tape.ReadAsync(connection)).Text);
        RecordedAnswer answer = RecordingFile.Read(file.Path)[0].Answer;
        Assert.Equal(Tape.Story, answer.Frames!.SelectMany(frame => frame.Bytes.ToArray()));
        Assert.Equal(6, answer.Frames!.Count);
        Assert.False(answer.IsCut);
    }

    [Fact]
    public async Task AnErrorIsReplayedAsItWasAfterAllTries()
    {
        using TemporaryFile file = new();
        byte[] body = """{"message":"Too many requests for arn:aws:iam::123456789012:role/x"}"""u8.ToArray();
        BedrockException? live = null;
        await Tape.RecordAsync(
            file,
            Throttled,
            body,
            async connection => live = await Tape.FailAsync(connection));
        using Recorder recorder = Tape.Start(file, RecordingMode.Replay);
        using BedrockConnection connection = Tape.Connect(recorder);
        BedrockException replayed = await Tape.FailAsync(connection);

        Assert.Equal("ThrottlingException", replayed.ErrorCode);
        Assert.Equal(
            (live!.ErrorCode, live.StatusCode, live.RequestId, live.Attempts, live.ModelId),
            (replayed.ErrorCode, replayed.StatusCode, replayed.RequestId, replayed.Attempts, replayed.ModelId));
        Assert.Equal("Too many requests for arn:aws:iam::000000000000:role/x", replayed.Message);
    }

    [Fact]
    public async Task OnlyTheOutcomeOfTriesIsRecordedAndHowManyTheyWere()
    {
        using TemporaryFile file = new();
        int asked = 0;
        await using RawServer server = new(_ => asked++ == 0
            ? RawServer.Response("503 Busy\r\nContent-Type: application/json", "{}")
            : RawServer.Response(Ok, Answer("hi")));
        CallOptions twice = new() { MaxAttempts = 2, Clock = new ManualClock { Skips = TimeSpan.FromMinutes(1) } };
        using Recorder recorder = Tape.Start(file, RecordingMode.Record);
        using BedrockConnection connection = recorder.Connect(
            () => Calls.Connect(server.Uri, twice), twice, new InlineHost());
        await Tape.AskAsync(connection);
        recorder.Stop(isSuccess: true);

        RecordedAnswer answer = Assert.Single(RecordingFile.Read(file.Path)).Answer;
        Assert.Equal((200, 2), (answer.Status, answer.Attempts));
    }

    [Fact]
    public async Task ACallWithoutAnAnswerIsNotRecordedAndNoted()
    {
        using TemporaryFile file = new();
        RawServer gone = new(Ok, []);
        await gone.DisposeAsync();
        InlineHost host = new();
        using Recorder recorder = Tape.Start(file, RecordingMode.Record);
        using BedrockConnection connection = Tape.Connect(recorder, gone.Uri, host: host);
        await Tape.FailAsync(connection);
        recorder.Stop(isSuccess: true);

        Assert.Contains("not recorded", Assert.Single(host.Notes), StringComparison.Ordinal);
        Assert.Empty(file.Files);
    }

    [Fact]
    public async Task AStreamThatBreaksIsReplayedAsFarAsItCame()
    {
        using TemporaryFile file = new();
        byte[] head = Encoding.Latin1.GetBytes(
            $"HTTP/1.1 {Tape.StreamHead}\r\nContent-Length: {Tape.Story.Length}\r\n\r\n");
        await using (RawServer server = new(_ => [.. head, .. Frames.Start, .. Frames.Text("Hello "), 0, 0]))
        using (Recorder recorder = Tape.Start(file, RecordingMode.Record))
        using (BedrockConnection connection = Tape.Connect(recorder, server.Uri))
        {
            await Assert.ThrowsAsync<BedrockException>(() => Tape.ReadAsync(connection));
        }

        using Recorder replay = Tape.Start(file, RecordingMode.Replay);
        using BedrockConnection replayed = Tape.Connect(replay);
        BedrockException failure = await Assert.ThrowsAsync<BedrockException>(() => Tape.ReadAsync(replayed));

        Assert.Equal((ClientErrorCode.StreamTruncated, "Hello "), (failure.ErrorCode, Calls.PartialText(failure)));
        Assert.EndsWith("""{"at":0,"bytes":"AAA="}],"cut":true}""", NoTimes(file.Lines[1]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AutoReplaysWhatIsThereAndAddsWhatIsNew()
    {
        using TemporaryFile file = new();
        await Tape.RecordAsync(file, Ok, Answer("old"), connection => Tape.AskAsync(connection, "one"));
        string[] before = file.Lines;
        await using RawServer server = new(Ok, Answer("new"));
        using (Recorder recorder = Tape.Start(file, RecordingMode.Auto))
        using (BedrockConnection connection = Tape.Connect(recorder, server.Uri))
        {
            Assert.Equal("old", (await Tape.AskAsync(connection, "one")).Text);
            Assert.Equal("new", (await Tape.AskAsync(connection, "one")).Text);
            Assert.Equal("new", (await Tape.AskAsync(connection, "two")).Text);
            recorder.Stop(isSuccess: false);
            Assert.Equal((1, 2, 2), (recorder.Replayed, recorder.Recorded, server.Requests));
        }

        Assert.Equal(before, file.Lines[..2]);
        using Recorder replay = Tape.Start(file, RecordingMode.Replay);
        using BedrockConnection replayed = Tape.Connect(replay);
        string[] texts = [(await Tape.AskAsync(replayed, "one")).Text, (await Tape.AskAsync(replayed, "one")).Text];
        Assert.Equal(["old", "new"], texts);
    }

    [Fact]
    public async Task AutoNeedsNoServiceForWhatIsThereAndNoFileToBeginWith()
    {
        using TemporaryFile file = new();
        await using (RawServer server = new(Ok, Answer("hi")))
        using (Recorder recorder = Tape.Start(file, RecordingMode.Auto))
        using (BedrockConnection connection = Tape.Connect(recorder, server.Uri))
        {
            await Tape.AskAsync(connection);
        }

        using Recorder replay = Tape.Start(file, RecordingMode.Auto);
        using BedrockConnection replayed = Tape.Connect(replay);
        Assert.Equal("hi", (await Tape.AskAsync(replayed)).Text);
        await Assert.ThrowsAsync<InvalidOperationException>(() => Tape.AskAsync(replayed));
    }

    [Fact]
    public async Task AMissIsAnErrorThatShowsNoSecret()
    {
        using TemporaryFile file = new();
        static string NoName(string text) => text.Replace("alice", "***", StringComparison.Ordinal);
        await Tape.RecordAsync(
            file, Ok, Answer("hi alice"), connection => Tape.AskAsync(connection, "I am alice"), NoName);
        using Recorder recorder = Tape.Start(file, RecordingMode.Replay, NoName);
        using BedrockConnection connection = Tape.Connect(recorder);

        BedrockException miss = await Tape.FailAsync(connection, "you are alice");
        Assert.Equal(ClientErrorCode.RecordingMiss, miss.ErrorCode);
        Assert.Contains("\"I am ***\" → \"you are ***\"", miss.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("alice", miss.Message + string.Concat(file.Lines), StringComparison.Ordinal);
        Assert.Equal("hi ***", (await Tape.AskAsync(connection, "I am alice")).Text);
    }

    [Fact]
    public async Task CallsAtOnceAreWholeLinesInTheOrderInWhichTheyBegan()
    {
        const int Count = 40;
        using TemporaryFile file = new();
        await using RawServer server = new(Tape.StreamHead, Tape.Story);
        using Recorder recorder = Tape.Start(file, RecordingMode.Record);
        using BedrockConnection connection = Tape.Connect(recorder, server.Uri);
        await Task.WhenAll(Enumerable.Range(0, Count).Select(i => Tape.ReadAsync(connection, $"question {i}")));
        recorder.Stop(isSuccess: true);

        string[] asked = [.. RecordingFile.Read(file.Path).Select(exchange => Text(exchange.Request.Body))];
        Assert.Equal(Count, asked.Length);
        Assert.All(
            asked.Index(),
            item => Assert.Contains($"\"question {item.Index}\"", item.Item, StringComparison.Ordinal));
    }

    [Fact]
    public async Task WhatIsDoneIsInTheFileBeforeTheRecordingEnds()
    {
        using TemporaryFile file = new();
        await using RawServer server = new(Ok, Answer("hi"));
        using Recorder recorder = Tape.Start(file, RecordingMode.Record);
        using BedrockConnection connection = Tape.Connect(recorder, server.Uri);
        await Tape.AskAsync(connection);

        Assert.Equal(1, recorder.Recorded);
        Assert.True(new FileInfo(file.Path).Length > 100);
    }

    [Theory]
    [InlineData(1, true, "new")]
    [InlineData(1, false, "old")]
    [InlineData(0, true, "old")]
    public async Task AnEarlierFileIsReplacedOnlyByCallsAndOnlyInTheEnd(int calls, bool isSuccess, string expected)
    {
        using TemporaryFile file = new();
        await Tape.RecordAsync(file, Ok, Answer("old"), connection => Tape.AskAsync(connection));
        await using RawServer server = new(Ok, Answer("new"));
        using Recorder recorder = Tape.Start(file, RecordingMode.Record);
        using BedrockConnection connection = Tape.Connect(recorder, server.Uri);
        for (int i = 0; i < calls; i++)
        {
            await Tape.AskAsync(connection);
        }

        Assert.Contains("\"old\"", file.Lines[1], StringComparison.Ordinal);
        recorder.Stop(isSuccess);

        Assert.Contains($"\"{expected}\"", file.Lines[1], StringComparison.Ordinal);
        Assert.Equal(calls == 1 && !isSuccess, recorder.LeftAside is not null);
        Assert.Equal(file.Files.Length == 2, recorder.LeftAside is not null);
    }

    [Fact]
    public async Task ACallThatCannotBeRedactedIsNotWrittenAndSaidOnce()
    {
        using TemporaryFile file = new();
        await Tape.RecordAsync(file, Ok, Answer("old"), connection => Tape.AskAsync(connection));
        await using RawServer server = new(Ok, Answer("hi"));
        using Recorder recorder = Tape.Start(
            file,
            RecordingMode.Record,
            text => text == "two" ? throw new BedrockException(ClientErrorCode.RecordingFailed, "no") : text);
        using BedrockConnection connection = Tape.Connect(recorder, server.Uri);
        foreach (string text in (string[])["one", "two", "three"])
        {
            await Tape.AskAsync(connection, text);
        }

        Assert.Equal("no", Assert.Throws<BedrockException>(recorder.Flush).Message);
        recorder.Stop(isSuccess: true);
        Assert.Contains("\"old\"", file.Lines[1], StringComparison.Ordinal);
        Assert.Equal(2, RecordingFile.Read(recorder.LeftAside!).Count);
    }

    private static byte[] Answer(string text) => Encoding.UTF8.GetBytes(
        $$$"""{"output":{"message":{"role":"assistant","content":[{"text":"{{{text}}}"}]}},"stopReason":"end_turn"}""");

    private static string Text(ReadOnlyMemory<byte> utf8) => Encoding.UTF8.GetString(utf8.Span);

    private static string NoTimes(string line) =>
        System.Text.RegularExpressions.Regex.Replace(line, "\"at\":\\d+", "\"at\":0");
}
