using System.Text;
using BedrockPS.EventStream;

namespace BedrockPS.Tests;

/// <summary>Header blocks may be shared between messages only where nobody could tell.</summary>
public class KnownHeadersTests
{
    [Fact]
    public void FramesOfOneEventShareTheirHeaders()
    {
        byte[] frame = EventStreamEncoder.EncodeEvent("contentBlockDelta", "{}"u8.ToArray());

        // Tests beside this one may push the block out between two readings, once or twice.
        Assert.Contains(Enumerable.Range(0, 100), _ => ReferenceEquals(Read(frame).Headers, Read(frame).Headers));
        Assert.Equal(
            ["contentBlockDelta", "application/json", "event"], Read(frame).Headers.Select(header => header.Value));
    }

    [Fact]
    public void SharedHeadersCannotBeAltered()
    {
        EventStreamMessage message = Read(EventStreamEncoder.EncodeEvent("metadata", "{}"u8.ToArray()));

        Assert.Throws<NotSupportedException>(() => ((IList<EventStreamHeader>)message.Headers)[0] = default);
    }

    [Fact]
    public void BlocksOfTheSameLengthAreToldApart()
    {
        EventStreamMessage delta = Read(EventStreamEncoder.EncodeEvent("contentBlockDelta", default));
        EventStreamMessage start = Read(EventStreamEncoder.EncodeEvent("contentBlockStart", default));

        Assert.Equal("contentBlockDelta", delta.EventType);
        Assert.Equal("contentBlockStart", start.EventType);
    }

    [Fact]
    public void WhatIsNotOneOfTheServicesWordsIsNeverKept()
    {
        byte[][] frames =
        [
            EventStreamEncoder.EncodeEvent("brandNewEvent", default),
            EventStreamEncoder.Encode(new EventStreamMessage([new("event", "somebody's own")], default)),
            EventStreamEncoder.Encode(new EventStreamMessage([new("event", new byte[] { 1 })], default)),
        ];

        Assert.All(frames, frame => Assert.NotSame(Read(frame).Headers, Read(frame).Headers));
    }

    [Fact]
    public void MoreLayoutsThanAreKeptAreReadAllTheSame()
    {
        for (int count = 1; count <= 40; count++)
        {
            EventStreamHeader[] headers = [.. Enumerable.Repeat(new EventStreamHeader("event", "chunk"), count)];

            EventStreamMessage read = Read(EventStreamEncoder.Encode(new EventStreamMessage(headers, "x"u8.ToArray())));

            Assert.Equal(headers, read.Headers);
            Assert.Equal("x", Encoding.UTF8.GetString(read.Payload.Span));
        }
    }

    private static EventStreamMessage Read(byte[] frame)
    {
        Assert.True(EventStreamDecoder.TryRead(frame, out EventStreamMessage? message, out int length));
        Assert.Equal(frame.Length, length);
        return message!;
    }
}
