using System.Net;
using BedrockPS.Http;

namespace BedrockPS.Recording;

/// <summary>Makes an answer of a recorded one, for the same readers that read a live one.</summary>
internal static class Replay
{
    /// <summary>The answer.</summary>
    /// <exception cref="BedrockException">The service had answered with an error.</exception>
    public static async Task<HttpResponseMessage> AnswerAsync(
        HttpRequestMessage request, RecordedAnswer answer, bool isRealtime, TimeProvider clock, CancellationToken token)
    {
        CallWatch? watch = isRealtime ? new CallWatch(clock) : null;
        if (watch is not null)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(answer.HeadAt), clock, token).ConfigureAwait(false);
        }

        request.Options.Set(ResponseFacts.AttemptsKey, answer.Attempts);
        HttpResponseMessage response = new((HttpStatusCode)answer.Status)
        {
            RequestMessage = request,
            Content = answer.Frames is null
                ? new ReadOnlyMemoryContent(answer.Body)
                : new StreamContent(new ReplayStream(answer, clock, watch)),
        };
        AddHeaders(response, answer);
        if (response.IsSuccessStatusCode)
        {
            return response;
        }

        using (response)
        {
            throw await ErrorReader.ReadAsync(response, token).ConfigureAwait(false);
        }
    }

    private static void AddHeaders(HttpResponseMessage response, RecordedAnswer answer)
    {
        foreach ((string name, string value) in answer.Headers)
        {
            if (name.Equals(RecordedHeaders.ContentType, StringComparison.OrdinalIgnoreCase))
            {
                response.Content.Headers.TryAddWithoutValidation(name, value);
            }
            else
            {
                response.Headers.TryAddWithoutValidation(name, value);
            }
        }
    }
}
