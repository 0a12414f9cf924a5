using System.Collections;
using System.Globalization;
using System.Text.Json;
using BedrockPS.Json;

namespace BedrockPS.Http;

/// <summary>Turns an answer that is not a success into the exception that says why.</summary>
internal static class ErrorReader
{
    public static async Task<BedrockException> ReadAsync(HttpResponseMessage response, CancellationToken token)
    {
        byte[] body = await BoundedBody.ReadAsync(response.Content, token).ConfigureAwait(false);
        if ((int)response.StatusCode is >= 300 and < 400)
        {
            string target = response.Headers.Location?.ToString() ?? "elsewhere";
            return ResponseFacts.Unexpected(
                response, $"a redirect to {target}; the prompt is not sent on to another host", body);
        }

        IDictionary? members = Parse(body);
        string? named = ResponseFacts.Header(response, "x-amzn-ErrorType")
            ?? Find(members, "__type")
            ?? Find(members, "code");
        if (members is null && named is null && body.Length > 0)
        {
            return ResponseFacts.Unexpected(response, "which is not how Bedrock reports an error", body);
        }

        string code = named is null ? FromStatus((int)response.StatusCode) : ErrorCodes.Clean(named);
        return new BedrockException(code, Find(members, "message") ?? $"HTTP status {(int)response.StatusCode}.")
        {
            StatusCode = (int)response.StatusCode,
            RequestId = ResponseFacts.RequestId(response),
            Attempts = ResponseFacts.Attempts(response),
            RetryAfter = ResponseFacts.RetryAfter(response),
        };
    }

    private static IDictionary? Parse(byte[] body)
    {
        try
        {
            return DocumentReader.Read(body) as IDictionary;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // Members are found without case: the service has sent "message" and "Message".
    private static string? Find(IDictionary? members, string name) => members?[name] switch
    {
        string text when text.Length > 0 => text,
        long number => number.ToString(CultureInfo.InvariantCulture),
        _ => null,
    };

    // The statuses are those of the service's own description of its exceptions.
    private static string FromStatus(int status) => status switch
    {
        400 => ErrorCodes.Validation,
        401 or 403 => ErrorCodes.AccessDenied,
        404 => ErrorCodes.ResourceNotFound,
        408 => ErrorCodes.ModelTimeout,
        424 => ErrorCodes.ModelError,
        429 => ErrorCodes.Throttling,
        503 => ErrorCodes.ServiceUnavailable,
        >= 500 => ErrorCodes.InternalServer,
        _ => $"HttpStatus{status}",
    };
}
