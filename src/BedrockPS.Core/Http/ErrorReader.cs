using System.Net;
using BedrockPS.Recording;

namespace BedrockPS.Http;

/// <summary>Turns an answer that is not a success into the exception that says why.</summary>
internal static class ErrorReader
{
    public static async Task<BedrockException> ReadAsync(HttpResponseMessage response, CancellationToken token)
    {
        if (response.StatusCode == HttpStatusCode.ProxyAuthenticationRequired)
        {
            return ConnectionErrors.ProxyRefused();
        }

        byte[] body = await BoundedBody.ReadAsync(response.Content, token).ConfigureAwait(false);
        FailedAnswer.Keep(response, body);
        if ((int)response.StatusCode is >= 300 and < 400)
        {
            string target = response.Headers.Location?.ToString() ?? "elsewhere";
            return ResponseFacts.Unexpected(
                response, $"a redirect to {target}; the prompt is not sent on to another host", body);
        }

        ErrorBody? error = ErrorBody.Parse(body);
        string? named = ResponseFacts.Header(response, "x-amzn-ErrorType") ?? error?.Code;
        if (error is null && named is null && body.Length > 0)
        {
            return ResponseFacts.Unexpected(response, "which is not how Bedrock reports an error", body);
        }

        int status = (int)response.StatusCode;
        BedrockException failure = ErrorBody.ToException(
            named ?? FromStatus(status), error?.Message ?? Describe(status, body), error);
        ResponseFacts.Describe(failure, response);
        return failure;
    }

    private static string Describe(int status, byte[] body) =>
        body.Length == 0 ? $"HTTP status {status}." : $"HTTP status {status}: {ResponseFacts.Quote(body)}.";

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
