namespace BedrockPS.Local.Http;

/// <summary>The client closed its side before the answer was complete.</summary>
internal sealed class ClientGoneException(Exception? innerException = null)
    : Exception("The client closed the connection.", innerException);
