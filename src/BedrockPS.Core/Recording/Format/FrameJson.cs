using System.Text.Json;
using BedrockPS.EventStream;

namespace BedrockPS.Recording;

/// <summary>A frame as an object of a line: its event and payload where they give the same bytes back.</summary>
/// <remarks>
/// A chunk of InvokeModel's stream wraps JSON in base64; it is shown unwrapped, so that it can be read and compared.
/// </remarks>
internal static class FrameJson
{
    private const string At = "at";
    private const string Event = "event";
    private const string Exception = "exception";
    private const string Json = "json";
    private const string Bytes = "bytes";

    public static void Write(Utf8JsonWriter writer, RecordedFrame frame)
    {
        writer.WriteStartObject();
        writer.WriteNumber(At, frame.At);
        if (PlainMessage.Find(frame.Bytes.Span) is { } message)
        {
            writer.WriteString(message.IsException ? Exception : Event, message.Type);
            WritePayload(writer, message.Payload.Span);
        }
        else
        {
            writer.WriteBase64String(Bytes, frame.Bytes.Span);
        }

        writer.WriteEndObject();
    }

    /// <summary>The frame.</summary>
    /// <exception cref="FormatException">The object has none of the forms of a frame.</exception>
    public static RecordedFrame Read(JsonElement frame)
    {
        int at = frame.TryGetProperty(At, out JsonElement time) ? time.GetInt32() : 0;
        if (frame.TryGetProperty(Bytes, out JsonElement bytes))
        {
            return new RecordedFrame(at, bytes.GetBytesFromBase64());
        }

        byte[] payload = ReadPayload(frame);
        return new RecordedFrame(
            at,
            frame.TryGetProperty(Event, out JsonElement name)
                ? EventStreamEncoder.EncodeEvent(name.GetString()!, payload)
                : EventStreamEncoder.EncodeException(frame.GetProperty(Exception).GetString()!, payload));
    }

    private static void WritePayload(Utf8JsonWriter writer, ReadOnlySpan<byte> payload)
    {
        if (ChunkJson.Unwrap(payload) is { } chunk)
        {
            writer.WritePropertyName(ChunkJson.Member);
            writer.WriteRawValue(chunk.Json, skipInputValidation: true);
            if (chunk.Padding is not null)
            {
                writer.WriteString(ChunkJson.PaddingMember, chunk.Padding);
            }
        }
        else
        {
            writer.WritePropertyName(Json);
            writer.WriteRawValue(payload, skipInputValidation: true);
        }
    }

    private static byte[] ReadPayload(JsonElement frame)
    {
        if (!frame.TryGetProperty(ChunkJson.Member, out JsonElement chunk))
        {
            return frame.TryGetProperty(Json, out JsonElement json)
                ? BodyJson.RawBytes(json)
                : throw new FormatException($"A frame has none of {Json}, {ChunkJson.Member} and {Bytes}.");
        }

        bool isPadded = frame.TryGetProperty(ChunkJson.PaddingMember, out JsonElement padding);
        return ChunkJson.Wrap(BodyJson.RawBytes(chunk), isPadded ? padding.GetString() : null);
    }
}
