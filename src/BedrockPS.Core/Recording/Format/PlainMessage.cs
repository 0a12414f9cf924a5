using BedrockPS.EventStream;

namespace BedrockPS.Recording;

/// <summary>A frame that its type and its JSON tell in full, as nearly all of the service's do.</summary>
internal sealed record PlainMessage(string Type, bool IsException, ReadOnlyMemory<byte> Payload)
{
    /// <summary>The message; null where encoding it again would not give these very bytes.</summary>
    public static PlainMessage? Find(ReadOnlySpan<byte> frame)
    {
        if (FrameBytes.TryDecode(frame) is not { } message || !BodyJson.IsLineJson(message.Payload.Span))
        {
            return null;
        }

        PlainMessage? plain = message switch
        {
            { EventType: { } type } => new PlainMessage(type, false, message.Payload),
            { ExceptionType: { } type } => new PlainMessage(type, true, message.Payload),
            _ => null,
        };
        return plain is not null && frame.SequenceEqual(plain.Encode()) ? plain : null;
    }

    private byte[] Encode() => IsException
        ? EventStreamEncoder.EncodeException(Type, Payload)
        : EventStreamEncoder.EncodeEvent(Type, Payload);
}
