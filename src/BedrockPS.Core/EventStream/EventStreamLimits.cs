namespace BedrockPS.EventStream;

/// <summary>What a frame may measure, in bytes (AWS event stream encoding: headers 128 KiB, payload 24 MiB).</summary>
internal static class EventStreamLimits
{
    /// <summary>Total length, headers length, and the checksum of both.</summary>
    public const int PreludeLength = 12;

    /// <summary>The checksum behind the payload.</summary>
    public const int TrailerLength = 4;

    public const int MaxHeadersLength = 128 * 1024;

    public const int MaxPayloadLength = 24 * 1024 * 1024;

    public const int MaxMessageLength = PreludeLength + MaxHeadersLength + MaxPayloadLength + TrailerLength;
}
