using BedrockPS.EventStream;
using BedrockPS.Http;

namespace BedrockPS.Tests;

public class EventStreamReaderTests
{
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(30);

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(100_000)]
    public async Task FramesComeBackWhateverTheSizeOfTheReads(int pieceLength)
    {
        IEnumerable<byte[]> pieces = Enumerable.Range(0, 50).Select(i => Frames.Text($"piece {i} ü🎈"));
        byte[][] frames = [Frames.Start, .. pieces, Frames.Stop];
        await using EventStreamReader reader = Reader(new PieceStream(Frames.Join(frames), pieceLength));

        foreach (byte[] frame in frames)
        {
            EventStreamMessage? message = await reader.ReadAsync(default);
            Assert.Equal(frame, EventStreamEncoder.Encode(message!));
        }

        Assert.Null(await reader.ReadAsync(default));
    }

    [Fact]
    public async Task AFrameLargerThanTheBufferComesBackWhole()
    {
        string text = new('x', 300_000);
        byte[] frames = Frames.Join(Frames.Start, Frames.Text(text));
        await using EventStreamReader reader = Reader(new PieceStream(frames, 10_000));

        await reader.ReadAsync(default);
        EventStreamMessage? large = await reader.ReadAsync(default);

        Assert.Equal(Frames.Text(text), EventStreamEncoder.Encode(large!));
    }

    [Fact]
    public async Task APayloadIsNotOverwrittenByTheNextFrame()
    {
        byte[] frames = Frames.Join(Frames.Text("one"), Frames.Text("two"));
        await using EventStreamReader reader = Reader(new PieceStream(frames, 64));

        EventStreamMessage? one = await reader.ReadAsync(default);
        await reader.ReadAsync(default);

        Assert.Equal(Frames.Text("one"), EventStreamEncoder.Encode(one!));
    }

    [Fact]
    public async Task ABodyThatEndsWithinAFrameIsAnEarlyEnd()
    {
        for (int have = 1; have < Frames.Start.Length; have++)
        {
            await using EventStreamReader reader = Reader(new PieceStream(Frames.Start[..have], 1_000));
            await Assert.ThrowsAsync<EndOfStreamException>(async () => await reader.ReadAsync(default));
        }
    }

    [Fact]
    public async Task ALengthIsNotBelievedBeforeItsBytesHaveCome()
    {
        byte[] forged = [.. DecoderTests.Prelude(24 * 1024 * 1024, 0), .. new byte[20_000]];
        long before = GC.GetAllocatedBytesForCurrentThread();
        await using (EventStreamReader reader = Reader(new PieceStream(forged, 100)))
        {
            await Assert.ThrowsAsync<EndOfStreamException>(async () => await reader.ReadAsync(default));
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 256 * 1024);
    }

    [Fact]
    public async Task ATrickleOfBytesWithoutAWholeFrameTimesOut()
    {
        ManualClock clock = new();
        TrickleStream trickle = new(Frames.Start, clock, TimeSpan.FromSeconds(1));
        await using EventStreamReader reader = new(trickle, Idle, clock);

        await Assert.ThrowsAsync<TimeoutException>(async () => await reader.ReadAsync(default));

        Assert.Equal(30, trickle.Reads);
    }

    [Fact]
    public async Task EachWholeFrameBeginsANewWait()
    {
        ManualClock clock = new();
        TrickleStream trickle = new(Frames.Join(Frames.Start, Frames.Stop), clock, TimeSpan.FromSeconds(0.2));
        await using EventStreamReader reader = new(trickle, Idle, clock);

        await reader.ReadAsync(default);
        EventStreamMessage? second = await reader.ReadAsync(default);

        Assert.Equal("messageStop", second!.EventType);
        Assert.True(clock.GetUtcNow() - DateTimeOffset.UnixEpoch > Idle);
    }

    [Fact]
    public async Task TimeThatTheConsumerTakesDoesNotCount()
    {
        ManualClock clock = new();
        await using EventStreamReader reader = new(new PieceStream(Frames.Message(), 50), Idle, clock);

        while (await reader.ReadAsync(default) is not null)
        {
            clock.Advance(TimeSpan.FromHours(1));
        }

        Assert.Null(await reader.ReadAsync(default));
    }

    private static EventStreamReader Reader(Stream body) => new(body, Idle, TimeProvider.System);
}
