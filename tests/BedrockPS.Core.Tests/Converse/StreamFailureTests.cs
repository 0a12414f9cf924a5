using BedrockPS.Http;

namespace BedrockPS.Tests;

/// <summary>Streams that break, each over a real socket.</summary>
public sealed class StreamFailureTests : IDisposable
{
    private readonly LocalEndpoint _endpoint = LocalEndpoint.Start();

    public void Dispose() => _endpoint.Dispose();

    [Fact]
    public async Task AConnectionCutWithinAFrameIsATruncatedStream()
    {
        byte[] good = Frames.Join(Frames.Start, Frames.Text("one "), Frames.Text("two "));
        Reply([.. good, .. Frames.Text("three")], cutAfter: good.Length + 20);

        BedrockException e = await FailAsync(ClientErrorCode.StreamTruncated);

        Assert.Equal("one two ", Calls.PartialText(e));
    }

    [Fact]
    public async Task AConnectionCutBetweenFramesIsATruncatedStream()
    {
        byte[] good = Frames.Join(Frames.Start, Frames.Text("one "));
        Reply([.. good, .. Frames.Text("two")], cutAfter: good.Length);

        BedrockException e = await FailAsync(ClientErrorCode.StreamTruncated);

        Assert.Equal("one ", Calls.PartialText(e));
    }

    [Fact]
    public async Task ABodyThatEndsWithinAFrameIsATruncatedStream()
    {
        Reply([.. Frames.Start, .. Frames.Text("one "), .. Frames.Stop[..30]]);

        BedrockException e = await FailAsync(ClientErrorCode.StreamTruncated);

        Assert.Equal("one ", Calls.PartialText(e));
    }

    [Fact]
    public async Task AStreamWithoutMessageStopIsATruncatedStream()
    {
        Reply(Frames.Join(Frames.Start, Frames.Text("one "), Frames.BlockStop));

        BedrockException e = await FailAsync(ClientErrorCode.StreamTruncated);

        Assert.Equal("one ", Calls.PartialText(e));
        Assert.Contains("messageStop", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnEmptyStreamIsATruncatedStream()
    {
        Reply([]);

        BedrockException e = await FailAsync(ClientErrorCode.StreamTruncated);

        Assert.Empty(Calls.PartialText(e));
    }

    [Fact]
    public async Task ADamagedFrameIsMalformedAndKeepsWhatCameBefore()
    {
        _endpoint.Enqueue(new LocalReply { Pieces = ["one ", "two "], CorruptFrame = 2 });

        BedrockException e = await FailAsync(ClientErrorCode.MalformedFrame);

        Assert.Equal("one ", Calls.PartialText(e));
    }

    [Fact]
    public async Task AForgedLengthIsMalformed()
    {
        Reply([.. Frames.Start, .. DecoderTests.Prelude(2_000_000_000, 0)]);

        await FailAsync(ClientErrorCode.MalformedFrame);
    }

    [Fact]
    public async Task AnEventWhosePayloadIsNoJsonIsUnexpected()
    {
        Reply(Frames.Join(Frames.Start, Frames.Text("one "), Frames.Event("contentBlockDelta", "{")));

        BedrockException e = await FailAsync(ClientErrorCode.UnexpectedResponse);

        Assert.Equal("one ", Calls.PartialText(e));
    }

    [Fact]
    public async Task WhatWasSentAfterTheEndOfTheModelIsNotNeeded()
    {
        Reply(Frames.Join(Frames.Start, Frames.Text("one "), Frames.BlockStop, Frames.Stop));

        (ConverseResponse response, _) = await Calls.StreamAsync(_endpoint.Uri);

        Assert.Equal(("one ", "end_turn", null), (response.Text, response.StopReason, response.Usage));
    }

    [Fact]
    public async Task NothingIsSentAgainAfterTheFirstEvent()
    {
        _endpoint.Enqueue(new LocalReply
        {
            Pieces = ["one "], StreamErrorCode = "throttlingException", ErrorAfterPieces = 1, Times = 5,
        });

        BedrockException e = await Calls.FailStreamAsync(_endpoint.Uri, new CallOptions { MaxAttempts = 5 });

        Assert.Equal(("ThrottlingException", 1), (e.ErrorCode, e.Attempts));
        Assert.Equal(1, _endpoint.RequestCount);
    }

    private void Reply(byte[] stream, int? cutAfter = null) =>
        _endpoint.Enqueue(new LocalReply { RawStream = stream, CutAfterBytes = cutAfter });

    private async Task<BedrockException> FailAsync(string code)
    {
        BedrockException e = await Calls.FailStreamAsync(_endpoint.Uri);
        Assert.Equal((code, 200, Calls.Model), (e.ErrorCode, e.StatusCode, e.ModelId));
        return e;
    }
}
