namespace BedrockPS.TestServers;

/// <summary>What a server on loopback answers.</summary>
/// <param name="Body">The body's text.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="ContentType">The body's media type.</param>
public sealed record LoopbackReply(string Body, int Status = 200, string ContentType = "application/json")
{
    /// <summary>Closes the connection without a word.</summary>
    public static LoopbackReply HangUp { get; } = new(string.Empty, 0);

    /// <summary>Headers beside those of the body.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();
}
