using BedrockPS.EventStream;

namespace BedrockPS.Tests;

public class HeaderTests
{
    public static TheoryData<object> Values => new(
        true,
        false,
        sbyte.MinValue,
        (sbyte)127,
        short.MinValue,
        (short)-2,
        int.MinValue,
        int.MaxValue,
        long.MinValue,
        -1L,
        string.Empty,
        "grüße 🎈",
        new byte[] { 0, 255, 7 },
        Array.Empty<byte>(),
        DateTimeOffset.UnixEpoch,
        DateTimeOffset.FromUnixTimeMilliseconds(-1),
        DateTimeOffset.FromUnixTimeMilliseconds(253_402_300_799_999),
        new Guid("01020304-0506-0708-090a-0b0c0d0e0f10"));

    [Theory]
    [MemberData(nameof(Values), DisableDiscoveryEnumeration = true)]
    public void EveryTypeOfValueComesBack(object value)
    {
        EventStreamHeader header = RoundTrip(new EventStreamHeader("name", value));

        Assert.IsType(value.GetType(), header.Value);
        Assert.Equal(value, header.Value);
    }

    [Fact]
    public void ATimeOutsideTheCalendarIsRefused()
    {
        byte[] frame = EventStreamEncoder.Encode(new EventStreamMessage([new("t", long.MaxValue)], default));

        // An Int64 header and a timestamp differ by their type's byte alone.
        frame[12 + 2] = (byte)EventStreamHeaderType.Timestamp;
        EventStreamException e = Assert.Throws<EventStreamException>(
            () => EventStreamDecoder.TryRead(Resigned(frame), out _, out _));

        Assert.Contains("impossible time", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TheNameMayTake255Bytes() =>
        Assert.Equal(255, RoundTrip(new EventStreamHeader(new string('n', 255), "v")).Name.Length);

    [Theory]
    [InlineData(0)]
    [InlineData(256)]
    public void OtherLengthsOfNameAreNotEncoded(int length) =>
        Assert.Throws<ArgumentException>(() => Encode(new EventStreamHeader(new string('n', length), "v")));

    [Fact]
    public void AValueOfAnotherTypeIsNotEncoded() =>
        Assert.Throws<ArgumentException>(() => Encode(new EventStreamHeader("name", 1.5)));

    [Fact]
    public void ATextThatItsLengthCannotTellIsNotEncoded() =>
        Assert.Throws<ArgumentException>(() => Encode(new EventStreamHeader("name", new string('v', 65_536))));

    [Fact]
    public void HeadersOverTheLimitAreNotEncoded()
    {
        EventStreamHeader large = new("name", new string('v', 65_000));

        Assert.Throws<ArgumentException>(() => Encode(large, large, large));
    }

    [Fact]
    public void APayloadOverTheLimitIsNotEncoded()
    {
        EventStreamMessage message = new([], new byte[(24 * 1024 * 1024) + 1]);

        Assert.Throws<ArgumentException>(() => EventStreamEncoder.Encode(message));
    }

    [Fact]
    public void AHeaderOfAnotherTypeIsNoText() =>
        Assert.Null(new EventStreamMessage([new(":event-type", 7)], default).EventType);

    private static byte[] Encode(params EventStreamHeader[] headers) =>
        EventStreamEncoder.Encode(new EventStreamMessage(headers, default));

    private static EventStreamHeader RoundTrip(EventStreamHeader header)
    {
        Assert.True(EventStreamDecoder.TryRead(Encode(header), out EventStreamMessage? message, out _));
        return Assert.Single(message!.Headers);
    }

    private static byte[] Resigned(byte[] frame)
    {
        uint checksum = Crc32.Compute(frame.AsSpan(0, frame.Length - 4));
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(frame.Length - 4), checksum);
        return frame;
    }
}
