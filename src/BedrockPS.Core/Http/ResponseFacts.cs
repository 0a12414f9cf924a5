using System.Net.Http.Headers;
using System.Text;

namespace BedrockPS.Http;

/// <summary>What the head of an answer tells.</summary>
internal static class ResponseFacts
{
    public static readonly HttpRequestOptionsKey<int> AttemptsKey = new("BedrockPS.Attempts");

    private const string EventStreamType = "application/vnd.amazon.eventstream";

    private const int QuotedLength = 160;

    public static string? RequestId(HttpResponseMessage response) => Header(response, "x-amzn-RequestId");

    public static int Attempts(HttpResponseMessage response) =>
        response.RequestMessage?.Options.TryGetValue(AttemptsKey, out int attempts) == true ? attempts : 1;

    public static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out IEnumerable<string>? values) ? values.FirstOrDefault() : null;

    public static long? Number(HttpResponseMessage response, string name) =>
        long.TryParse(Header(response, name), out long number) ? number : null;

    public static TimeSpan? RetryAfter(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } when response.Headers.Date is { } now && date > now => date - now,
        _ => null,
    };

    /// <summary>Whether the body may be an event stream; one that declares no type is left to prove it.</summary>
    public static bool MayBeEventStream(HttpResponseMessage response) => response.Content.Headers.ContentType?.MediaType
        is null or EventStreamType or "application/octet-stream" or "binary/octet-stream";

    /// <summary>Refuses an answer that declares to be something else than an event stream.</summary>
    public static void RequireEventStream(HttpResponseMessage response, ReadOnlySpan<byte> body)
    {
        if (!MayBeEventStream(response))
        {
            throw Unexpected(response, $"not with {EventStreamType}", body);
        }
    }

    public static BedrockException Unexpected(
        HttpResponseMessage response, string instead, ReadOnlySpan<byte> body, Exception? cause = null)
    {
        MediaTypeHeaderValue? type = response.Content.Headers.ContentType;
        string host = response.RequestMessage?.RequestUri?.Authority ?? "the endpoint";
        string message = $"{host} answered {(int)response.StatusCode} with {type?.MediaType ?? "no content type"}, "
            + $"{instead}. "
            + $"Is -EndpointUrl right, or is a proxy in between? The answer begins: {Quote(body)}";
        BedrockException failure = new(ClientErrorCode.UnexpectedResponse, message, cause);
        Describe(failure, response);
        return failure;
    }

    /// <summary>Adds what the head of the answer tells to a failure.</summary>
    public static void Describe(BedrockException failure, HttpResponseMessage response)
    {
        failure.StatusCode = (int)response.StatusCode;
        failure.RequestId = RequestId(response);
        failure.Attempts = Attempts(response);
        failure.RetryAfter = RetryAfter(response);
        failure.ServerTime = ClockSkew.ServerTime(response);
    }

    /// <summary>The start of a body, on one line.</summary>
    public static string Quote(ReadOnlySpan<byte> body)
    {
        string text = Encoding.UTF8.GetString(body[..Math.Min(body.Length, QuotedLength)]);
        string[] words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 ? "(empty)" : $"\"{string.Join(' ', words)}\"";
    }
}
