using BedrockPS.EventStream;

namespace BedrockPS.Http;

/// <summary>An answer that is an event stream: its messages, with exceptions thrown and silence bounded.</summary>
internal sealed class EventStreamResponse : IAsyncDisposable
{
    private readonly HttpResponseMessage _response;
    private readonly EventStreamReader _reader;
    private readonly TimeProvider _clock;
    private readonly long _startedAt;

    private EventStreamResponse(HttpResponseMessage response, Stream body, CallOptions options, long startedAt)
    {
        _response = response;
        _clock = options.Clock;
        _startedAt = startedAt;
        _reader = new EventStreamReader(body, options.IdleTimeout, options.Clock);
        RequestId = ResponseFacts.RequestId(response);
        Attempts = ResponseFacts.Attempts(response);
    }

    public string? RequestId { get; }

    public int Attempts { get; }

    public HttpResponseMessage Head => _response;

    /// <summary>The time since the request was sent.</summary>
    public TimeSpan Elapsed => _clock.GetElapsedTime(_startedAt);

    public static async Task<EventStreamResponse> OpenAsync(
        HttpResponseMessage response, CallOptions options, long startedAt, CancellationToken token)
    {
        try
        {
            byte[] start = await PeekAsync(response, token).ConfigureAwait(false);
            ResponseFacts.RequireEventStream(response, start);
            Stream body = await response.Content.ReadAsStreamAsync(token).ConfigureAwait(false);
            return new EventStreamResponse(response, body, options, startedAt);
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    /// <summary>The next event; null at the end of the stream.</summary>
    public async ValueTask<EventStreamMessage?> NextAsync(CancellationToken token)
    {
        EventStreamMessage? message;
        try
        {
            message = await _reader.ReadAsync(token).ConfigureAwait(false);
        }
        catch (EventStreamException e)
        {
            throw new BedrockException(ClientErrorCode.MalformedFrame, $"The stream is damaged. {e.Message}", e);
        }
        catch (EndOfStreamException e)
        {
            throw new BedrockException(ClientErrorCode.StreamTruncated, $"The stream was cut. {e.Message}", e);
        }
        catch (Exception e) when (e is IOException or HttpRequestException)
        {
            throw new BedrockException(
                ClientErrorCode.StreamTruncated, $"The connection broke in mid-stream. {e.Message}", e);
        }
        catch (TimeoutException e)
        {
            throw new BedrockException(ClientErrorCode.StreamIdleTimeout, e.Message, e);
        }

        return message is null or { MessageType: "event" or null } ? message : throw StreamErrorReader.Read(message);
    }

    /// <summary>Adds what the head of the answer tells to a failure of its events.</summary>
    public void Describe(BedrockException failure)
    {
        failure.RequestId = RequestId;
        failure.StatusCode = (int)_response.StatusCode;
        failure.Attempts = Attempts;
    }

    public async ValueTask DisposeAsync()
    {
        _response.Dispose();
        await _reader.DisposeAsync().ConfigureAwait(false);
    }

    // Only a wrong kind of answer is read here, for the message that says what it was.
    private static async Task<byte[]> PeekAsync(HttpResponseMessage response, CancellationToken token) =>
        ResponseFacts.MayBeEventStream(response)
            ? []
            : await BoundedBody.ReadAsync(response.Content, token).ConfigureAwait(false);
}
