using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using static BedrockPS.EventStream.EventStreamLimits;

namespace BedrockPS.EventStream;

/// <summary>Puts frames together, as the service does.</summary>
public static class EventStreamEncoder
{
    /// <summary>Makes a whole frame of the message.</summary>
    /// <exception cref="ArgumentException">
    /// A header's type is unknown, or a length is over the format's limit.
    /// </exception>
    public static byte[] Encode(EventStreamMessage message)
    {
        ArrayBufferWriter<byte> headers = new(128);
        foreach (EventStreamHeader header in message.Headers)
        {
            WriteHeader(headers, header);
        }

        CheckLength("The headers", headers.WrittenCount, MaxHeadersLength);
        CheckLength("The payload", message.Payload.Length, MaxPayloadLength);
        byte[] frame = new byte[PreludeLength + headers.WrittenCount + message.Payload.Length + TrailerLength];
        BinaryPrimitives.WriteInt32BigEndian(frame, frame.Length);
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(4), headers.WrittenCount);
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(8), Crc32.Compute(frame.AsSpan(0, 8)));
        headers.WrittenSpan.CopyTo(frame.AsSpan(PreludeLength));
        message.Payload.Span.CopyTo(frame.AsSpan(PreludeLength + headers.WrittenCount));
        uint checksum = Crc32.Compute(frame.AsSpan(0, frame.Length - TrailerLength));
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(frame.Length - TrailerLength), checksum);
        return frame;
    }

    /// <summary>Makes an event's frame, with the three headers of a Bedrock event in the service's order.</summary>
    public static byte[] EncodeEvent(string eventType, ReadOnlyMemory<byte> json) =>
        Encode(new EventStreamMessage(Headers(":event-type", eventType, "event"), json));

    /// <summary>Makes an exception's frame, such as <c>throttlingException</c>.</summary>
    public static byte[] EncodeException(string exceptionType, ReadOnlyMemory<byte> json) =>
        Encode(new EventStreamMessage(Headers(":exception-type", exceptionType, "exception"), json));

    private static EventStreamHeader[] Headers(string typeHeader, string type, string messageType) =>
    [
        new(typeHeader, type),
        new(":content-type", "application/json"),
        new(":message-type", messageType),
    ];

    private static void WriteHeader(ArrayBufferWriter<byte> writer, EventStreamHeader header)
    {
        byte[] name = Encoding.UTF8.GetBytes(header.Name);
        if (name.Length is 0 or > byte.MaxValue)
        {
            throw new ArgumentException($"A header's name takes 1 to 255 bytes; '{header.Name}' takes {name.Length}.");
        }

        writer.Write([(byte)name.Length]);
        writer.Write(name);
        WriteValue(writer, header);
    }

    private static void WriteValue(ArrayBufferWriter<byte> writer, EventStreamHeader header)
    {
        switch (header.Value)
        {
            case bool flag:
                writer.Write([(byte)(flag ? EventStreamHeaderType.True : EventStreamHeaderType.False)]);
                break;
            case sbyte value:
                writer.Write([(byte)EventStreamHeaderType.Byte, (byte)value]);
                break;
            case short value:
                WriteInteger(writer, EventStreamHeaderType.Int16, value, sizeof(short));
                break;
            case int value:
                WriteInteger(writer, EventStreamHeaderType.Int32, value, sizeof(int));
                break;
            case long value:
                WriteInteger(writer, EventStreamHeaderType.Int64, value, sizeof(long));
                break;
            case byte[] value:
                WriteCounted(writer, EventStreamHeaderType.Bytes, header.Name, value);
                break;
            case string value:
                WriteCounted(writer, EventStreamHeaderType.String, header.Name, Encoding.UTF8.GetBytes(value));
                break;
            case DateTimeOffset value:
                WriteInteger(writer, EventStreamHeaderType.Timestamp, value.ToUnixTimeMilliseconds(), sizeof(long));
                break;
            case Guid value:
                writer.Write([(byte)EventStreamHeaderType.Uuid]);
                writer.Write(value.ToByteArray(bigEndian: true));
                break;
            default:
                throw new ArgumentException($"Header '{header.Name}' has a value of type {header.Value.GetType()}.");
        }
    }

    private static void WriteInteger(ArrayBufferWriter<byte> writer, EventStreamHeaderType type, long value, int size)
    {
        Span<byte> bytes = stackalloc byte[1 + sizeof(long)];
        bytes[0] = (byte)type;
        BinaryPrimitives.WriteInt64BigEndian(bytes[1..], value << (8 * (sizeof(long) - size)));
        writer.Write(bytes[..(1 + size)]);
    }

    private static void WriteCounted(
        ArrayBufferWriter<byte> writer, EventStreamHeaderType type, string name, byte[] value)
    {
        CheckLength($"Header '{name}'", value.Length, ushort.MaxValue);
        Span<byte> prefix = stackalloc byte[3];
        prefix[0] = (byte)type;
        BinaryPrimitives.WriteUInt16BigEndian(prefix[1..], (ushort)value.Length);
        writer.Write(prefix);
        writer.Write(value);
    }

    private static void CheckLength(string what, int length, int limit)
    {
        if (length > limit)
        {
            throw new ArgumentException($"{what} may take {limit} bytes at most, not {length}.");
        }
    }
}
