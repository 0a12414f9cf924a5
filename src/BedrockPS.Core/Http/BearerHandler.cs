using System.Net.Http.Headers;

namespace BedrockPS.Http;

/// <summary>Presents a Bedrock API key, which is all the proof that such a request carries.</summary>
/// <remarks>No DelegatingHandler, because that would dispose the handler it was given, which is the caller's.</remarks>
/// <param name="readKey">The key, asked for at each send.</param>
/// <param name="source">What the user calls the place the key came from.</param>
/// <param name="inner">The handler that sends; it is not disposed with this one.</param>
public sealed class BearerHandler(Func<string> readKey, string source, HttpMessageHandler inner) : HttpMessageHandler
{
    private readonly HttpMessageInvoker _inner = new(inner, disposeHandler: false);

    /// <inheritdoc/>
    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri is { } uri && uri.Scheme != "https" && !uri.IsLoopback)
        {
            throw new BedrockException(
                ClientErrorCode.InvalidRequest,
                $"The API key of {source} is not sent to {uri.Scheme}://{uri.Authority}: whoever listens there in the "
                + "clear could use it. Give an https endpoint.");
        }

        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Checked(readKey()));
        return _inner.SendAsync(request, cancellationToken);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _inner.Dispose();
        }

        base.Dispose(disposing);
    }

    // A line break, as a key read from a file has at its end, would end the header.
    private string Checked(string key)
    {
        string trimmed = key.Trim();
        return trimmed.Length > 0 && trimmed.All(letter => letter is > ' ' and <= '~')
            ? trimmed
            : throw new BedrockException(
                ClientErrorCode.InvalidCredentials,
                $"The API key of {source} is empty or holds characters that no API key has, such as a space.");
    }
}
