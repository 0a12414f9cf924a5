using BedrockPS.Recording;

namespace BedrockPS.Http;

/// <summary>One endpoint, reached through the handler chain: retries, then signing, then sockets.</summary>
public sealed class BedrockConnection : IDisposable
{
    private readonly HttpMessageInvoker _invoker;

    /// <summary>Connects to an endpoint.</summary>
    /// <param name="endpoint">
    /// The root of the service, such as <c>https://bedrock-runtime.eu-central-1.amazonaws.com</c>.
    /// </param>
    /// <param name="sender">Signs and sends one request; it is not disposed with the connection.</param>
    /// <param name="options">Limits of time and tries.</param>
    public BedrockConnection(Uri endpoint, HttpMessageHandler sender, CallOptions? options = null)
    {
        Endpoint = endpoint;
        Options = options ?? new CallOptions();
        RetryHandler retries = new(Options, Options.Memory.Of(endpoint), sender);
        _invoker = new HttpMessageInvoker(retries, disposeHandler: false);
    }

    /// <summary>Connects through a handler that sees to everything, and that goes with the connection.</summary>
    internal BedrockConnection(Uri endpoint, RecordingHandler handler, CallOptions options)
    {
        Endpoint = endpoint;
        Options = options;
        _invoker = new HttpMessageInvoker(handler, disposeHandler: true);
    }

    /// <summary>The root of the service.</summary>
    public Uri Endpoint { get; }

    /// <summary>Limits of time and tries.</summary>
    public CallOptions Options { get; }

    /// <inheritdoc/>
    public void Dispose() => _invoker.Dispose();

    /// <summary>Sends a request for another connection, which sees to the limits of time.</summary>
    internal Task<HttpResponseMessage> ForwardAsync(HttpRequestMessage request, CancellationToken token) =>
        _invoker.SendAsync(request, token);

    /// <summary>Sends a request and reads its whole answer within the time limit.</summary>
    internal async Task<(HttpResponseMessage Head, byte[] Body)> SendAsync(
        HttpRequestMessage request, CancellationToken token)
    {
        request.Options.Set(RequestTries.LimitKey, Options.Timeout);
        using CancellationTokenSource limit = new(Options.Timeout, Options.Clock);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, token);
        try
        {
            HttpResponseMessage response = await _invoker.SendAsync(request, either.Token).ConfigureAwait(false);
            using (response)
            {
                return (response, await ReadBodyAsync(response, either.Token).ConfigureAwait(false));
            }
        }
        catch (OperationCanceledException e) when (limit.IsCancellationRequested && !token.IsCancellationRequested)
        {
            throw TimedOut(request, Options.Timeout, "-TimeoutSec", ClientErrorCode.CallTimeout, e);
        }
    }

    /// <summary>
    /// Sends a request and opens its event stream; the wait for the stream's head is bounded as silence is.
    /// </summary>
    internal async Task<EventStreamResponse> OpenStreamAsync(HttpRequestMessage request, CancellationToken token)
    {
        request.Options.Set(RequestTries.LimitKey, Options.IdleTimeout);
        long startedAt = Options.Clock.GetTimestamp();
        using CancellationTokenSource limit = new(Options.IdleTimeout, Options.Clock);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, token);
        try
        {
            HttpResponseMessage response = await _invoker.SendAsync(request, either.Token).ConfigureAwait(false);
            return await EventStreamResponse.OpenAsync(response, Options, startedAt, either.Token)
                .ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (limit.IsCancellationRequested && !token.IsCancellationRequested)
        {
            throw TimedOut(request, Options.IdleTimeout, "-IdleTimeoutSec", ClientErrorCode.StreamIdleTimeout, e);
        }
    }

    /// <summary>The address of an operation; an endpoint behind a gateway may have a path of its own.</summary>
    internal Uri UriOf(string path) => new(Endpoint.GetLeftPart(UriPartial.Path).TrimEnd('/') + path);

    internal HttpRequestMessage CreatePost(string path, byte[] body, string contentType, string? accept)
    {
        HttpRequestMessage request = new(HttpMethod.Post, UriOf(path)) { Content = new ByteArrayContent(body) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        if (accept is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept", accept);
        }

        return request;
    }

    private static async Task<byte[]> ReadBodyAsync(HttpResponseMessage response, CancellationToken token)
    {
        try
        {
            return await WholeBody.ReadAsync(response, token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or HttpRequestException)
        {
            throw new BedrockException(
                ClientErrorCode.UnexpectedResponse, $"The connection broke in the middle of the answer: {e.Message}", e)
            {
                StatusCode = (int)response.StatusCode,
                RequestId = ResponseFacts.RequestId(response),
                Attempts = ResponseFacts.Attempts(response),
            };
        }
    }

    private static BedrockException TimedOut(
        HttpRequestMessage request, TimeSpan limit, string parameter, string code, Exception cause) =>
        new(
            code,
            $"{request.RequestUri?.Authority} did not answer within {limit.TotalSeconds:0.###} seconds. "
            + $"Raise {parameter} if the model needs longer.",
            cause)
        {
            Attempts = request.Options.TryGetValue(ResponseFacts.AttemptsKey, out int attempts) ? attempts : 1,
        };
}
