namespace BedrockPS.Recording;

/// <summary>A frame of a stream, or what remained of one where the stream is damaged or cut.</summary>
/// <param name="At">The milliseconds from the request until the frame was whole.</param>
/// <param name="Bytes">The frame as it came.</param>
public readonly record struct RecordedFrame(int At, ReadOnlyMemory<byte> Bytes);
