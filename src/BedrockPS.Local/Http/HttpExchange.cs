namespace BedrockPS.Local.Http;

/// <summary>A request that has arrived as a whole, and the way to answer it.</summary>
/// <param name="Head">The request line and the headers.</param>
/// <param name="Body">The body, unchunked.</param>
/// <param name="ConnectionId">The number of the connection, to tell reuse from a new one.</param>
/// <param name="Response">Where the answer goes.</param>
/// <param name="ClientGone">Cancelled at once when the client closes, also while the answer is silent.</param>
internal sealed record HttpExchange(
    RequestHead Head, byte[] Body, int ConnectionId, ResponseWriter Response, CancellationToken ClientGone);
