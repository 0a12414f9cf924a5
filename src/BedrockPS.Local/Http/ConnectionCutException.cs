namespace BedrockPS.Local.Http;

/// <summary>A script wants the answer broken off here, whatever is still owed to the client.</summary>
internal sealed class ConnectionCutException() : Exception("A scripted reply cut the connection.")
{
    /// <summary>Whether the connection is to go with it, where others have answers of their own on it.</summary>
    public bool EndsConnection { get; init; }
}
