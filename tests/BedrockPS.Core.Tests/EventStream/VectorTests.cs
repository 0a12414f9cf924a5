using System.Buffers.Binary;
using System.Text.Json;
using BedrockPS.EventStream;
using Xunit.Abstractions;

namespace BedrockPS.Tests;

/// <summary>Other people's frames.</summary>
public class VectorTests(ITestOutputHelper output)
{
    private static string Folder => Path.Combine(SharedFolder.Vectors!, "event-stream");

    [SharedFact("vectors")]
    public void PositiveFramesDecodeToTheirHeadersAndPayload()
    {
        foreach ((byte[] frame, JsonElement decoded) in Positive())
        {
            EventStreamMessage message = Decode(frame);
            Assert.Equal(decoded.GetProperty("payload").GetBytesFromBase64(), message.Payload.ToArray());
            JsonElement headers = decoded.GetProperty("headers");
            Assert.Equal(headers.EnumerateArray().Select(Header), message.Headers.Select(Comparable));
        }
    }

    [SharedFact("vectors")]
    public void PositiveFramesEncodeToTheSameBytes()
    {
        foreach ((byte[] frame, JsonElement _) in Positive())
        {
            Assert.Equal(frame, EventStreamEncoder.Encode(Decode(frame)));
        }
    }

    [SharedFact("vectors")]
    public void NegativeFramesAreRefusedForTheStatedReason()
    {
        string[] files = Directory.GetFiles(Path.Combine(Folder, "codec/encoded/negative"));
        Assert.NotEmpty(files);
        foreach (string file in files)
        {
            string reason = File.ReadAllText(Path.Combine(Folder, "codec/decoded/negative", Path.GetFileName(file)));
            EventStreamException e = Assert.Throws<EventStreamException>(() => Decode(File.ReadAllBytes(file)));
            Assert.StartsWith(reason.Trim(), e.Message, StringComparison.Ordinal);
        }
    }

    [SharedFact("vectors")]
    public void ValidFramesOfSmithyEncodeToTheSameBytes()
    {
        foreach (string file in Smithy("valid_*"))
        {
            byte[] frame = File.ReadAllBytes(file);
            Assert.Equal(frame, EventStreamEncoder.Encode(Decode(frame)));
        }
    }

    [SharedFact("vectors")]
    public void InvalidFramesOfSmithyAreRefused()
    {
        foreach (string file in Smithy("invalid_*"))
        {
            EventStreamException e = Assert.Throws<EventStreamException>(() => Decode(File.ReadAllBytes(file)));
            output.WriteLine($"{Path.GetFileName(file),-40} {e.Message}");
        }
    }

    [SharedFact("vectors")]
    public void InvalidHeadersOfSmithyAreRefusedUnderARightChecksumToo()
    {
        foreach (string file in Smithy("invalid_header_*"))
        {
            byte[] frame = File.ReadAllBytes(file);
            Span<byte> checksum = frame.AsSpan(frame.Length - 4);
            BinaryPrimitives.WriteUInt32BigEndian(checksum, Crc32.Compute(frame.AsSpan(0, frame.Length - 4)));
            EventStreamException e = Assert.Throws<EventStreamException>(() => Decode(frame));
            output.WriteLine($"{Path.GetFileName(file),-40} {e.Message}");
        }
    }

    private static IEnumerable<(byte[] Frame, JsonElement Decoded)> Positive()
    {
        string[] files = Directory.GetFiles(Path.Combine(Folder, "codec/encoded/positive"));
        Assert.NotEmpty(files);
        return files.Select(file => (
            File.ReadAllBytes(file),
            JsonOf.Parse(File.ReadAllText(Path.Combine(Folder, "codec/decoded/positive", Path.GetFileName(file))))));
    }

    private static string[] Smithy(string pattern)
    {
        string[] files = Directory.GetFiles(Path.Combine(Folder, "smithy"), pattern);
        Assert.NotEmpty(files);
        return files;
    }

    private static EventStreamMessage Decode(byte[] frame)
    {
        Assert.True(EventStreamDecoder.TryRead(frame, out EventStreamMessage? message, out int length));
        Assert.Equal(frame.Length, length);
        return message!;
    }

    private static (string, string, string) Header(JsonElement header)
    {
        EventStreamHeaderType type = (EventStreamHeaderType)header.GetProperty("type").GetByte();
        JsonElement value = header.GetProperty("value");
        string text = type is EventStreamHeaderType.Bytes or EventStreamHeaderType.String or EventStreamHeaderType.Uuid
            ? Convert.ToHexString(value.GetBytesFromBase64())
            : value.ToString();
        return (header.GetProperty("name").GetString()!, Word(type), text);
    }

    private static (string, string, string) Comparable(EventStreamHeader header) => header.Value switch
    {
        byte[] bytes => (header.Name, "Bytes", Convert.ToHexString(bytes)),
        string text => (header.Name, "String", Convert.ToHexString(System.Text.Encoding.UTF8.GetBytes(text))),
        Guid id => (header.Name, "Uuid", Convert.ToHexString(id.ToByteArray(bigEndian: true))),
        DateTimeOffset time => (header.Name, "Timestamp", $"{time.ToUnixTimeMilliseconds()}"),
        bool flag => (header.Name, "Boolean", $"{flag}"),
        sbyte value => (header.Name, "Byte", $"{value}"),
        object number => (header.Name, number.GetType().Name, $"{number}"),
    };

    private static string Word(EventStreamHeaderType type) =>
        type is EventStreamHeaderType.True or EventStreamHeaderType.False ? "Boolean" : $"{type}";
}
