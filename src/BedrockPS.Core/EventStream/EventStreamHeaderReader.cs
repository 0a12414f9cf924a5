using System.Buffers.Binary;
using System.Text;

namespace BedrockPS.EventStream;

/// <summary>Reads the header block of a frame.</summary>
internal ref struct EventStreamHeaderReader
{
    // The names and values that every Bedrock frame carries: known ones cost no allocation.
    private static readonly string[] CommonText =
    [
        ":event-type", ":content-type", ":message-type", ":exception-type", "application/json", "event", "exception",
        "chunk", "messageStart", "contentBlockStart", "contentBlockDelta", "contentBlockStop", "messageStop",
        "metadata",
    ];

    private static readonly byte[][] CommonBytes = Array.ConvertAll(CommonText, Encoding.UTF8.GetBytes);

    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    private ReadOnlySpan<byte> _rest;
    private bool _isCommon = true;

    private EventStreamHeaderReader(ReadOnlySpan<byte> block) => _rest = block;

    public static IReadOnlyList<EventStreamHeader> Read(ReadOnlySpan<byte> block) =>
        KnownHeaders.Find(block) ?? ReadAnew(block);

    private static IReadOnlyList<EventStreamHeader> ReadAnew(ReadOnlySpan<byte> block)
    {
        // Three is what the service sends; a longer list grows.
        List<EventStreamHeader> headers = new(3);
        EventStreamHeaderReader reader = new(block);
        while (!reader._rest.IsEmpty)
        {
            string name = reader.ReadName();
            headers.Add(new EventStreamHeader(name, reader.ReadValue(name)));
        }

        EventStreamHeader[] read = [.. headers];
        return reader._isCommon ? KnownHeaders.Keep(block, read) : read;
    }

    private string ReadName()
    {
        int length = Take(1, "a name's length")[0];
        if (length == 0)
        {
            throw new EventStreamException("A header has an empty name.");
        }

        return Decode(Take(length, "a name"));
    }

    private object ReadValue(string name)
    {
        EventStreamHeaderType type = (EventStreamHeaderType)Take(1, name)[0];
        _isCommon &= type == EventStreamHeaderType.String;
        return type switch
        {
            EventStreamHeaderType.True => true,
            EventStreamHeaderType.False => false,
            EventStreamHeaderType.Byte => (sbyte)Take(1, name)[0],
            EventStreamHeaderType.Int16 => BinaryPrimitives.ReadInt16BigEndian(Take(2, name)),
            EventStreamHeaderType.Int32 => BinaryPrimitives.ReadInt32BigEndian(Take(4, name)),
            EventStreamHeaderType.Int64 => BinaryPrimitives.ReadInt64BigEndian(Take(8, name)),
            EventStreamHeaderType.Bytes => TakeCounted(name).ToArray(),
            EventStreamHeaderType.String => Decode(TakeCounted(name)),
            EventStreamHeaderType.Timestamp => ReadTimestamp(name),
            EventStreamHeaderType.Uuid => new Guid(Take(16, name), bigEndian: true),
            _ => throw new EventStreamException($"Header '{name}' has the unknown type {(byte)type}."),
        };
    }

    private DateTimeOffset ReadTimestamp(string name)
    {
        long milliseconds = BinaryPrimitives.ReadInt64BigEndian(Take(8, name));
        try
        {
            return DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
        }
        catch (ArgumentOutOfRangeException)
        {
            throw new EventStreamException($"Header '{name}' has the impossible time {milliseconds} ms.");
        }
    }

    private ReadOnlySpan<byte> TakeCounted(string name) =>
        Take(BinaryPrimitives.ReadUInt16BigEndian(Take(2, name)), name);

    private ReadOnlySpan<byte> Take(int count, string what)
    {
        if (count > _rest.Length)
        {
            throw new EventStreamException(
                $"The headers end in '{what}': {count} bytes are needed and {_rest.Length} are left.");
        }

        ReadOnlySpan<byte> taken = _rest[..count];
        _rest = _rest[count..];
        return taken;
    }

    private string Decode(ReadOnlySpan<byte> utf8)
    {
        for (int i = 0; i < CommonBytes.Length; i++)
        {
            if (utf8.SequenceEqual(CommonBytes[i]))
            {
                return CommonText[i];
            }
        }

        _isCommon = false;
        try
        {
            return StrictUtf8.GetString(utf8);
        }
        catch (DecoderFallbackException)
        {
            throw new EventStreamException("A header is not valid UTF-8.");
        }
    }
}
