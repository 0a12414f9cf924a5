namespace BedrockPS.Local.Http;

/// <summary>A script wants the connection closed here, whatever is still owed to the client.</summary>
internal sealed class ConnectionCutException() : Exception("A scripted reply cut the connection.");
