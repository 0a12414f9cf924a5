namespace BedrockPS.Http;

/// <summary>The handler of a connection that only shows its requests: it has no way to send one.</summary>
public sealed class UnsentHandler : HttpMessageHandler
{
    /// <inheritdoc/>
    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken) =>
        throw new InvalidOperationException("This connection shows its requests and sends none.");
}
