using System.Net;
using BedrockPS.EventStream;
using BedrockPS.Local.Tests.Support;

namespace BedrockPS.Local.Tests.Streams;

public sealed class StreamFaultTests : EndpointTest
{
    [Fact]
    public async Task An_exception_frame_ends_the_stream_after_so_many_pieces()
    {
        Endpoint.Enqueue(new LocalReply
        {
            Pieces = ["a", "b", "c"],
            StreamErrorCode = "modelStreamErrorException",
            ErrorAfterPieces = 2,
        });

        List<Frame> frames = await StreamAsync(Ask("hi"));

        Assert.Equal("ab", Frame.TextOf(frames));
        Assert.Equal("modelStreamErrorException", frames[^1].Message.ExceptionType);
        Assert.Equal("exception", frames[^1].Message.MessageType);
        Assert.True(frames[^1].Json.TryGetProperty("message", out _));
    }

    [Fact]
    public async Task An_exception_after_no_pieces_is_the_only_frame()
    {
        Endpoint.Enqueue(new LocalReply { StreamErrorCode = "ThrottlingException", Message = "slow down" });

        Frame frame = Assert.Single(await StreamAsync(Ask("hi")));

        Assert.Equal("throttlingException", frame.Name);
        Assert.Equal("slow down", frame.Json.GetProperty("message").GetString());
    }

    [Fact]
    public async Task A_stream_error_is_a_plain_error_for_a_whole_answer()
    {
        Endpoint.Enqueue(new LocalReply { StreamErrorCode = "modelStreamErrorException" });

        await AssertFaultAsync(await ConverseAsync(Ask("hi")), 424, "ModelStreamErrorException", "");
    }

    [Fact]
    public async Task A_raw_stream_is_sent_verbatim()
    {
        byte[] bytes = [1, 2, 3, 0, 255];
        Endpoint.Enqueue(new LocalReply { RawStream = bytes });

        using HttpResponseMessage response = await PostAsync(Nova, "converse-stream", Ask("hi"));

        Assert.Equal(bytes, await response.Content.ReadAsByteArrayAsync());
        Assert.Equal("application/vnd.amazon.eventstream", response.Content.Headers.ContentType!.MediaType);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(150)]
    public async Task A_cut_closes_the_connection_after_so_many_bytes(int bytes)
    {
        Endpoint.Enqueue(new LocalReply { CutAfterBytes = bytes });
        using HttpResponseMessage response = await OpenStreamAsync(Ask("hi"));
        await using Stream stream = await response.Content.ReadAsStreamAsync();
        using MemoryStream received = new();

        await Assert.ThrowsAnyAsync<IOException>(() => stream.CopyToAsync(received));

        Assert.Equal(bytes, received.Length);
        Assert.Equal(bytes, Endpoint.Requests[0].BytesSent);
        Assert.True(Endpoint.Requests[0].WaitForEnd(Patience));
        Assert.Equal("faulted", Endpoint.Requests[0].Outcome);
    }

    [Fact]
    public async Task A_whole_answer_can_be_cut_too()
    {
        Endpoint.Enqueue(new LocalReply { CutAfterBytes = 10 });

        await Assert.ThrowsAsync<HttpRequestException>(() => ConverseAsync(Ask("hi")));
    }

    [Fact]
    public async Task Only_the_named_frame_is_damaged()
    {
        Endpoint.Enqueue(new LocalReply { CorruptFrame = 1 });
        using HttpResponseMessage response = await PostAsync(Nova, "converse-stream", Ask("hi"));
        byte[] bytes = await response.Content.ReadAsByteArrayAsync();

        Assert.True(EventStreamDecoder.TryRead(bytes, out EventStreamMessage? first, out int length));
        Assert.Equal("messageStart", first!.EventType);
        EventStreamException error = Assert.Throws<EventStreamException>(
            () => EventStreamDecoder.TryRead(bytes.AsSpan(length), out _, out _));
        Assert.Contains("Message checksum", error.Message);
    }

    [Fact]
    public async Task A_dropped_connection_brings_no_answer()
    {
        Endpoint.Enqueue(new LocalReply { DropConnection = true });

        await Assert.ThrowsAsync<HttpRequestException>(() => ConverseAsync(Ask("hi")));

        Assert.Equal("faulted", Endpoint.Requests[0].Outcome);
    }

    [Fact]
    public async Task An_unknown_event_comes_before_the_message_stops()
    {
        Endpoint.Enqueue(new LocalReply { EventType = "novelty", EventJson = """{"x":1}""" });

        List<Frame> frames = await StreamAsync(Ask("hi"));

        Assert.Equal("novelty", frames[^3].Name);
        Assert.Equal(1, frames[^3].Json.GetProperty("x").GetInt32());
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(2, 3)]
    public async Task A_silent_stream_notices_at_once_that_the_client_left(int pieces, int events)
    {
        Endpoint.Enqueue(new LocalReply { Pieces = ["a", "b", "c"], SilentAfterPieces = pieces });
        HttpResponseMessage response = await OpenStreamAsync(Ask("hi"));
        await ReadFramesAsync(response, events);

        Assert.Equal("running", Endpoint.Requests[0].Outcome);
        response.Dispose();

        Assert.True(Endpoint.Requests[0].WaitForEnd(Patience));
        Assert.Equal("aborted", Endpoint.Requests[0].Outcome);
        Assert.Equal(events, Endpoint.Requests[0].EventsSent);
    }

    [Fact]
    public async Task A_whole_answer_that_is_silent_never_comes()
    {
        Endpoint.Enqueue(new LocalReply { SilentAfterPieces = 0 });
        using CancellationTokenSource cancel = new();
        Task<HttpResponseMessage> call = Client.PostAsync(Path(Nova, "converse"), Json(Ask("hi")), cancel.Token);
        LocalRequest request = Endpoint.WaitForRequest(0, Patience);

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.True(request.WaitForEnd(Patience));
        Assert.Equal("aborted", request.Outcome);
    }

    [Fact]
    public async Task A_client_that_leaves_during_a_delay_is_noticed()
    {
        Endpoint.Enqueue(new LocalReply { Delay = TimeSpan.FromDays(1) });
        using CancellationTokenSource cancel = new();
        Task<HttpResponseMessage> call = OpenStreamAsync(Ask("hi"), cancel.Token);
        LocalRequest request = Endpoint.WaitForRequest(0, Patience);

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.True(request.WaitForEnd(Patience));
        Assert.Equal("aborted", request.Outcome);
    }

    [Fact]
    public async Task A_client_that_leaves_an_endless_stream_ends_it()
    {
        Endpoint.Enqueue(new LocalReply { Pieces = Enumerable.Repeat(new string('x', 10_000), int.MaxValue) });
        HttpResponseMessage response = await OpenStreamAsync(Ask("hi"));
        await ReadFramesAsync(response, 5);

        response.Dispose();

        Assert.True(Endpoint.Requests[0].WaitForEnd(Patience));
        Assert.Equal("aborted", Endpoint.Requests[0].Outcome);
    }

    [Fact]
    public async Task A_completed_stream_says_what_was_sent()
    {
        using HttpResponseMessage response = await PostAsync(Nova, "converse-stream", Ask("hi"));
        byte[] bytes = await response.Content.ReadAsByteArrayAsync();
        LocalRequest request = Endpoint.Requests[0];

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.True(request.WaitForEnd(Patience));
        Assert.Equal("completed", request.Outcome);
        Assert.Equal(bytes.Length, request.BytesSent);
        Assert.Equal(Frame.ReadAll(bytes).Count, request.EventsSent);
    }

    private static async Task ReadFramesAsync(HttpResponseMessage response, int count)
    {
        Stream stream = await response.Content.ReadAsStreamAsync();
        byte[] buffer = new byte[100_000];
        int length = 0;
        while (count > 0)
        {
            int read = await stream.ReadAsync(buffer.AsMemory(length));
            Assert.NotEqual(0, read);
            length += read;
            while (count > 0 && EventStreamDecoder.TryRead(buffer.AsSpan(0, length), out _, out int used))
            {
                buffer.AsSpan(used, length - used).CopyTo(buffer);
                (length, count) = (length - used, count - 1);
            }
        }
    }
}
