using BedrockPS.EventStream;

namespace BedrockPS.Recording;

/// <summary>Frames within bytes.</summary>
internal static class FrameBytes
{
    /// <summary>The message; null where the bytes are not one whole, undamaged frame.</summary>
    public static EventStreamMessage? TryDecode(ReadOnlySpan<byte> frame) =>
        TryRead(frame, out EventStreamMessage? message, out int length) && length == frame.Length ? message : null;

    /// <summary>The frames of a stream; what is no frame, to the end, counts as the last of them.</summary>
    /// <param name="bytes">The stream.</param>
    /// <param name="timeOf">When the byte before a position had arrived.</param>
    public static RecordedFrame[] Split(ReadOnlyMemory<byte> bytes, Func<int, int> timeOf)
    {
        List<RecordedFrame> frames = [];
        for (int start = 0; start < bytes.Length;)
        {
            int length = FirstLength(bytes.Span[start..]);
            int end = length > 0 ? start + length : bytes.Length;
            frames.Add(new RecordedFrame(timeOf(end), bytes[start..end]));
            start = end;
        }

        return [.. frames];
    }

    /// <summary>The length of the frame at the start; 0 where there is no whole, undamaged one.</summary>
    public static int FirstLength(ReadOnlySpan<byte> bytes) => TryRead(bytes, out _, out int length) ? length : 0;

    private static bool TryRead(ReadOnlySpan<byte> bytes, out EventStreamMessage? message, out int length)
    {
        try
        {
            return EventStreamDecoder.TryRead(bytes, out message, out length);
        }
        catch (EventStreamException)
        {
            message = null;
            length = 0;
            return false;
        }
    }
}
