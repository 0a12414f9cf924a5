using System.Text.Json.Nodes;

namespace BedrockPS.Aws.SignIn;

/// <summary>Reads answers of the services that sign people in.</summary>
internal static class AnswerReader
{
    private const int MaxLength = 64 * 1024;

    /// <summary>The object that the service answered.</summary>
    /// <exception cref="ServiceFailure">It answered an error, or no object.</exception>
    public static async Task<JsonObject> ReadAsync(HttpResponseMessage response, CancellationToken token)
    {
        byte[] bytes = await ReadBodyAsync(response.Content, token).ConfigureAwait(false);
        JsonObject? body = UntrustedJson.Parse(new MemoryStream(bytes));
        return response.IsSuccessStatusCode && body is not null ? body : throw Failure(response, body);
    }

    private static ServiceFailure Failure(HttpResponseMessage response, JsonObject? body)
    {
        int status = (int)response.StatusCode;
        string? type = (Header(response, "x-amzn-ErrorType") ?? body?.Text("__type"))?.Split(':')[0].Split('#')[^1];
        string? error = body?.Text("error");
        string message = body?.Text("error_description") ?? body?.Text("message") ?? body?.Text("Message")
            ?? $"HTTP status {status} without an explanation";
        return new ServiceFailure(message, type, error)
        {
            StatusCode = status,
            IsTransient = IsTransient(status),
            IsRefusal = !IsTransient(status) && (type ?? error) is not null,
            RequestId = Header(response, "x-amzn-RequestId"),
        };
    }

    private static bool IsTransient(int status) => status is 429 or >= 500;

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out IEnumerable<string>? values) ? values.FirstOrDefault() : null;

    private static async Task<byte[]> ReadBodyAsync(HttpContent content, CancellationToken token)
    {
        byte[] buffer = new byte[MaxLength];
        Stream body = await content.ReadAsStreamAsync(token).ConfigureAwait(false);
        await using (body.ConfigureAwait(false))
        {
            int length = await body.ReadAtLeastAsync(buffer, MaxLength, throwOnEndOfStream: false, token)
                .ConfigureAwait(false);
            return buffer[..length];
        }
    }
}
