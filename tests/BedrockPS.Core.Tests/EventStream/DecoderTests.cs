using System.Buffers.Binary;
using BedrockPS.EventStream;

namespace BedrockPS.Tests;

public class DecoderTests
{
    private const uint MiB = 1024 * 1024;

    [Fact]
    public void NeedsMoreAtEveryPrefixOfAFrame()
    {
        byte[] frame = Frames.Text("hello");
        for (int have = 0; have < frame.Length; have++)
        {
            ReadOnlySpan<byte> prefix = frame.AsSpan(0, have);
            Assert.False(EventStreamDecoder.TryRead(prefix, out EventStreamMessage? message, out int needed));
            Assert.Null(message);
            Assert.Equal(have < 12 ? 12 : frame.Length, needed);
        }
    }

    [Fact]
    public void TakesTheFirstOfTwoFramesInOneBuffer()
    {
        byte[] both = Frames.Join(Frames.Start, Frames.Stop);

        Assert.True(EventStreamDecoder.TryRead(both, out EventStreamMessage? first, out int length));
        Assert.True(EventStreamDecoder.TryRead(both.AsSpan(length), out EventStreamMessage? second, out int rest));

        Assert.Equal(("messageStart", "messageStop"), (first!.EventType, second!.EventType));
        Assert.Equal((Frames.Start.Length, Frames.Stop.Length), (length, rest));
    }

    [Theory]
    [InlineData(2_000_000_000u, 0u)]
    [InlineData(uint.MaxValue, 0u)]
    [InlineData(15u, 0u)]
    [InlineData(0u, 0u)]
    [InlineData(100u, 85u)]
    [InlineData(100u, uint.MaxValue)]
    [InlineData(1_000_000u, (128 * 1024u) + 1)]
    [InlineData((24 * MiB) + 17, 0u)]
    public void RefusesForgedLengthsWithoutAllocatingForThem(uint total, uint headers)
    {
        byte[] forged = Prelude(total, headers);
        Assert.Throws<EventStreamException>(() => EventStreamDecoder.TryRead(forged, out _, out _));

        long before = GC.GetAllocatedBytesForCurrentThread();
        EventStreamException? thrown = null;
        try
        {
            EventStreamDecoder.TryRead(forged, out _, out _);
        }
        catch (EventStreamException e)
        {
            thrown = e;
        }

        Assert.NotNull(thrown);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 32 * 1024);
    }

    [Fact]
    public void TakesTheLargestPayloadThatTheFormatHas()
    {
        byte[] forged = Prelude((24 * MiB) + 16, 0);

        Assert.False(EventStreamDecoder.TryRead(forged, out _, out int needed));

        Assert.Equal((24 * 1024 * 1024) + 16, needed);
    }

    [Fact]
    public void RefusesAFrameWithOneBitChangedAnywhere()
    {
        byte[] frame = Frames.Text("hello");
        for (int bit = 0; bit < frame.Length * 8; bit++)
        {
            byte[] damaged = [.. frame];
            damaged[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.Throws<EventStreamException>(() => EventStreamDecoder.TryRead(damaged, out _, out _));
        }
    }

    /// <summary>A prelude whose own checksum is right, whatever its lengths say.</summary>
    internal static byte[] Prelude(uint total, uint headers)
    {
        byte[] bytes = new byte[12];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, total);
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(4), headers);
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(8), Crc32.Compute(bytes.AsSpan(0, 8)));
        return bytes;
    }
}
