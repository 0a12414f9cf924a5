using BedrockPS.Http;

namespace BedrockPS.Recording;

/// <summary>The connection to the service, made when the first call needs it: keys and a region may never be.</summary>
internal sealed class LiveConnection(Func<BedrockConnection> connect, IRecordingHost host) : IDisposable
{
    private BedrockConnection? _connection;

    public void Open() => _connection ??= connect();

    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken token)
    {
        if (_connection is null)
        {
            await host.RunAsync(Open, token).ConfigureAwait(false);
        }

        request.RequestUri = _connection!.UriOf(request.RequestUri!.PathAndQuery);
        return await _connection.ForwardAsync(request, token).ConfigureAwait(false);
    }

    public void Dispose() => _connection?.Dispose();
}
