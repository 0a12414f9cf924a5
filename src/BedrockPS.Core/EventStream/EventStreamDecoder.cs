using System.Buffers.Binary;
using static BedrockPS.EventStream.EventStreamLimits;

namespace BedrockPS.EventStream;

/// <summary>Takes frames apart: a span in, a message or "need more" out. It holds no state and does no I/O.</summary>
public static class EventStreamDecoder
{
    /// <summary>Reads the frame at the start of <paramref name="buffer"/>.</summary>
    /// <param name="buffer">The bytes that have arrived and were not consumed yet.</param>
    /// <param name="message">The frame, or null where more bytes are needed.</param>
    /// <param name="length">
    /// The bytes consumed; where more are needed, the length that the buffer must have for progress: the prelude's
    /// 12 bytes, then the whole frame. It never exceeds the format's limit, so it is safe to allocate.
    /// </param>
    /// <returns>Whether a frame was read.</returns>
    /// <exception cref="EventStreamException">A length, a checksum or a header is wrong.</exception>
    public static bool TryRead(ReadOnlySpan<byte> buffer, out EventStreamMessage? message, out int length)
    {
        message = null;
        length = PreludeLength;
        if (buffer.Length < PreludeLength)
        {
            return false;
        }

        (length, int headersLength) = ReadPrelude(buffer);
        if (buffer.Length < length)
        {
            return false;
        }

        ReadOnlySpan<byte> frame = buffer[..length];
        CheckMessageChecksum(frame);
        int payloadStart = PreludeLength + headersLength;
        IReadOnlyList<EventStreamHeader> headers = EventStreamHeaderReader.Read(frame[PreludeLength..payloadStart]);
        message = new EventStreamMessage(headers, frame[payloadStart..^TrailerLength].ToArray());
        return true;
    }

    private static (int Length, int HeadersLength) ReadPrelude(ReadOnlySpan<byte> buffer)
    {
        uint expected = BinaryPrimitives.ReadUInt32BigEndian(buffer[8..]);
        if (Crc32.Compute(buffer[..8]) != expected)
        {
            throw new EventStreamException("Prelude checksum mismatch: the frame's lengths cannot be trusted.");
        }

        uint length = BinaryPrimitives.ReadUInt32BigEndian(buffer);
        uint headersLength = BinaryPrimitives.ReadUInt32BigEndian(buffer[4..]);
        if (length is < PreludeLength + TrailerLength or > MaxMessageLength)
        {
            throw new EventStreamException(
                $"A frame says it is {length} bytes long; {PreludeLength + TrailerLength} to {MaxMessageLength} are "
                + "possible.");
        }

        uint room = length - PreludeLength - TrailerLength;
        if (headersLength > MaxHeadersLength || headersLength > room)
        {
            throw new EventStreamException(
                $"A frame of {length} bytes says its headers take {headersLength}; at most "
                + $"{Math.Min(room, MaxHeadersLength)} are possible.");
        }

        if (room - headersLength > MaxPayloadLength)
        {
            throw new EventStreamException(
                $"A frame says its payload is {room - headersLength} bytes long; {MaxPayloadLength} is the most.");
        }

        return ((int)length, (int)headersLength);
    }

    private static void CheckMessageChecksum(ReadOnlySpan<byte> frame)
    {
        uint expected = BinaryPrimitives.ReadUInt32BigEndian(frame[^TrailerLength..]);
        if (Crc32.Compute(frame[..^TrailerLength]) != expected)
        {
            throw new EventStreamException("Message checksum mismatch: the frame was damaged on its way.");
        }
    }
}
