namespace BedrockPS.Local.Http;

/// <summary>Bytes that are not an HTTP/1.1 request that this server takes; the connection ends with it.</summary>
internal sealed class HttpProtocolException(int status, string message) : Exception(message)
{
    public int Status { get; } = status;
}
