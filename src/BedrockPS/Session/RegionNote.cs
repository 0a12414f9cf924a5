namespace BedrockPS.Session;

/// <summary>Tells an endpoint of this session the region that a signature would tell it.</summary>
/// <param name="region">The region that is called.</param>
/// <param name="inner">The handler that sends; it is not disposed with this one.</param>
internal sealed class RegionNote(string region, HttpMessageHandler inner) : HttpMessageHandler
{
    private readonly HttpMessageInvoker _inner = new(inner, disposeHandler: false);

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken token)
    {
        request.Headers.Remove(LocalEndpoint.RegionHeader);
        request.Headers.TryAddWithoutValidation(LocalEndpoint.RegionHeader, region);
        return _inner.SendAsync(request, token);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
