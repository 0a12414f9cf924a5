namespace BedrockPS.Local.Streams;

/// <summary>A script wants an exception frame here.</summary>
internal sealed class StreamBrokenException(string code, string message) : Exception(message)
{
    public string Code { get; } = code;
}
