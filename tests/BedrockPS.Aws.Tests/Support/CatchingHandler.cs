using System.Net;

namespace BedrockPS.Aws.Tests.Support;

/// <summary>The end of a handler chain: keeps what would have been sent.</summary>
internal sealed class CatchingHandler : HttpMessageHandler
{
    public List<CaughtRequest> Requests { get; } = [];

    public bool IsDisposed { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        byte[] body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken);
        Dictionary<string, string[]> headers = new(StringComparer.OrdinalIgnoreCase)
        {
            ["Host"] = [request.RequestUri!.Authority],
        };

        IEnumerable<KeyValuePair<string, IEnumerable<string>>> all = request.Headers;
        foreach ((string name, IEnumerable<string> values) in all.Concat(request.Content?.Headers.AsEnumerable() ?? []))
        {
            headers[name] = [.. values];
        }

        Requests.Add(new CaughtRequest(request.Method.Method, request.RequestUri.PathAndQuery, headers, body));
        return new HttpResponseMessage(HttpStatusCode.OK);
    }

    protected override void Dispose(bool disposing)
    {
        IsDisposed = true;
        base.Dispose(disposing);
    }
}
