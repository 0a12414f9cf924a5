namespace BedrockPS.Local.Http;

/// <summary>Bytes that are not HTTP/2 as this server takes it; the connection ends with it.</summary>
internal sealed class Http2Exception(int code, string message) : Exception(message)
{
    private const int ProtocolError = 1;
    private const int FlowControlError = 3;
    private const int FrameSizeError = 6;
    private const int CompressionError = 9;

    /// <summary>The error's number in RFC 9113, section 7.</summary>
    public int Code { get; } = code;

    public static Http2Exception Protocol(string message) => new(ProtocolError, message);

    public static Http2Exception FlowControl(string message) => new(FlowControlError, message);

    public static Http2Exception FrameSize(string message) => new(FrameSizeError, message);

    public static Http2Exception Compression(string message) => new(CompressionError, message);
}
