using System.Buffers.Binary;

namespace BedrockPS.Local.Http;

/// <summary>A frame of HTTP/2 (RFC 9113, section 4).</summary>
internal readonly record struct Http2Frame(byte Type, byte Flags, int StreamId, ReadOnlyMemory<byte> Payload)
{
    public const int HeadLength = 9;

    /// <summary>The most that a payload may measure where nothing else was agreed on.</summary>
    public const int MaxPayload = 16 * 1024;

    public const byte Data = 0;
    public const byte Headers = 1;
    public const byte Priority = 2;
    public const byte ResetStream = 3;
    public const byte Settings = 4;
    public const byte Ping = 6;
    public const byte GoAway = 7;
    public const byte WindowUpdate = 8;
    public const byte Continuation = 9;

    public const byte EndStream = 0x1;
    public const byte Ack = 0x1;
    public const byte EndHeaders = 0x4;

    private const byte Padded = 0x8;
    private const byte HasPriority = 0x20;
    private const int PriorityLength = 5;

    public bool Has(byte flag) => (Flags & flag) != 0;

    /// <summary>The payload without padding and priority.</summary>
    public ReadOnlyMemory<byte> Content()
    {
        ReadOnlyMemory<byte> content = Payload;
        if (Has(Padded))
        {
            int padding = content.IsEmpty ? 1 : content.Span[0] + 1;
            content = padding <= content.Length
                ? content[1..^(padding - 1)]
                : throw Http2Exception.Protocol("A frame's padding is longer than the frame.");
        }

        bool skips = Type == Headers && Has(HasPriority);
        return !skips ? content
            : content.Length >= PriorityLength ? content[PriorityLength..]
            : throw Http2Exception.FrameSize("A frame has no room for its priority.");
    }

    /// <summary>The number at the payload's start, of 31 bits.</summary>
    public int Number() => Payload.Length >= sizeof(int)
        ? BinaryPrimitives.ReadInt32BigEndian(Payload.Span) & int.MaxValue
        : throw Http2Exception.FrameSize("A frame is too short for its number.");

    /// <summary>Reads the frame at the start; null where it has not come as a whole.</summary>
    public static Http2Frame? TryRead(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < HeadLength)
        {
            return null;
        }

        int length = (bytes[0] << 16) | (bytes[1] << 8) | bytes[2];
        if (length > MaxPayload)
        {
            throw Http2Exception.FrameSize($"A frame of {length} bytes is longer than {MaxPayload}.");
        }

        int streamId = BinaryPrimitives.ReadInt32BigEndian(bytes[5..]) & int.MaxValue;
        return bytes.Length < HeadLength + length
            ? null
            : new Http2Frame(bytes[3], bytes[4], streamId, bytes.Slice(HeadLength, length).ToArray());
    }

    /// <summary>The frame as it goes out.</summary>
    public byte[] ToBytes()
    {
        byte[] bytes = new byte[HeadLength + Payload.Length];
        BinaryPrimitives.WriteInt32BigEndian(bytes, (Payload.Length << 8) | Type);
        bytes[4] = Flags;
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(5), StreamId);
        Payload.Span.CopyTo(bytes.AsSpan(HeadLength));
        return bytes;
    }
}
