using BedrockPS.EventStream;

namespace BedrockPS.Tests;

/// <summary>Streams in which the service itself says that something went wrong.</summary>
public sealed class StreamExceptionTests : IDisposable
{
    private readonly LocalEndpoint _endpoint = LocalEndpoint.Start();

    public void Dispose() => _endpoint.Dispose();

    [Fact]
    public async Task AnExceptionAfterGoodEventsKeepsTheTextAndSaysTheCode()
    {
        BedrockException e = await FailAsync(
            Frames.Start, Frames.Text("one "), Frames.Text("two"),
            Frames.Exception("modelStreamErrorException", """{"message":"The model broke."}"""));

        Assert.Equal(("ModelStreamErrorException", "The model broke.", 200), (e.ErrorCode, e.Message, e.StatusCode));
        Assert.Equal("one two", Calls.PartialText(e));
    }

    [Fact]
    public async Task AnExceptionAsTheOnlyFrameIsTheFailure()
    {
        BedrockException e = await FailAsync(Frames.Exception("throttlingException", """{"message":"Slow down."}"""));

        Assert.Equal(("ThrottlingException", "Slow down."), (e.ErrorCode, e.Message));
        Assert.Empty(Calls.PartialText(e));
    }

    [Fact]
    public async Task TheModelsOwnMessageIsAdded()
    {
        BedrockException e = await FailAsync(Frames.Exception(
            "modelStreamErrorException",
            """{"message":"Failed.","originalStatusCode":400,"originalMessage":"Bad tool."}"""));

        Assert.Equal("Failed. The model said: Bad tool.", e.Message);
        Assert.Equal((400, "Bad tool."), (e.OriginalStatusCode, e.OriginalMessage));
    }

    [Fact]
    public async Task AnErrorFrameSaysItInItsHeaders()
    {
        EventStreamMessage error = new(
            [new(":message-type", "error"), new(":error-code", "InternalFailure"), new(":error-message", "It broke.")],
            default);

        BedrockException e = await FailAsync(Frames.Start, Frames.Text("one"), EventStreamEncoder.Encode(error));

        Assert.Equal(("InternalFailure", "It broke."), (e.ErrorCode, e.Message));
        Assert.Equal("one", Calls.PartialText(e));
    }

    [Fact]
    public async Task AnExceptionWithoutJsonIsQuotedAsItCame()
    {
        byte[] frame = EventStreamEncoder.EncodeException("validationException", "no json here"u8.ToArray());

        BedrockException e = await FailAsync(frame);

        Assert.Equal(("ValidationException", "no json here"), (e.ErrorCode, e.Message));
    }

    [Fact]
    public async Task AnExceptionWithoutATypeStillFails()
    {
        EventStreamMessage nameless = new([new(":message-type", "exception")], """{"message":"x"}"""u8.ToArray());

        BedrockException e = await FailAsync(EventStreamEncoder.Encode(nameless));

        Assert.Equal(("UnknownError", "x"), (e.ErrorCode, e.Message));
    }

    [Fact]
    public async Task EverythingAfterTheExceptionIsLeftAlone()
    {
        BedrockException e = await FailAsync(
            Frames.Start, Frames.Text("one"), Frames.Exception("internalServerException", "{}"), Frames.Text("two"));

        Assert.Equal("one", Calls.PartialText(e));
    }

    [Fact]
    public async Task TheRequestIdIsKept()
    {
        byte[] stream = Frames.Join(Frames.Start, Frames.Exception("internalServerException", "{}"));
        await using RawServer server = new(
            "200 OK\r\nContent-Type: application/vnd.amazon.eventstream\r\nx-amzn-RequestId: id-1", stream);

        BedrockException e = await Calls.FailStreamAsync(server.Uri);

        Assert.Equal("id-1", e.RequestId);
    }

    private Task<BedrockException> FailAsync(params byte[][] frames)
    {
        _endpoint.Enqueue(new LocalReply { RawStream = Frames.Join(frames) });
        return Calls.FailStreamAsync(_endpoint.Uri);
    }
}
