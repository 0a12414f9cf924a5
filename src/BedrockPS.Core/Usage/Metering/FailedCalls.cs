using BedrockPS.Http;

namespace BedrockPS.Usage;

/// <summary>What a call costs that failed: nothing where it was refused, and nobody knows where it broke off.</summary>
internal static class FailedCalls
{
    /// <summary>Stands in the log for the code of an error, where the user left the call.</summary>
    private const string Cancelled = "Cancelled";

    private static readonly HashSet<string> NeverAccepted = new(StringComparer.Ordinal)
    {
        ClientErrorCode.ConnectionFailed, ClientErrorCode.TlsFailed, ClientErrorCode.ProxyRefused,
        ClientErrorCode.CredentialsNotFound, ClientErrorCode.InvalidCredentials, ClientErrorCode.SignInRequired,
        ClientErrorCode.ProfileNotFound, ClientErrorCode.RegionNotFound, ClientErrorCode.InvalidRequest,
        ClientErrorCode.RecordingMiss, ClientErrorCode.RecordingFailed,
    };

    /// <summary>The code for the log; null where the call did not fail.</summary>
    public static string? CodeOf(Exception? failure) =>
        failure is null ? null : (failure as BedrockException)?.ErrorCode ?? Cancelled;

    /// <summary>Null where the outcome tells more than the failure does.</summary>
    public static Cost? CostOf(Exception? failure, CallOutcome outcome)
    {
        if (failure is null || outcome.Usage is not null)
        {
            return null;
        }

        return failure is BedrockException known && (NeverAccepted.Contains(known.ErrorCode) || IsRefusal(known))
            ? new Cost { Amount = 0 }
            : Cost.Unknown("The answer broke off before the service said what it used.");
    }

    // An error that the service answered, and no answer that broke; what the client made of it is none.
    private static bool IsRefusal(BedrockException failure) =>
        failure is { StatusCode: >= 400, PartialResponse: null, ErrorCode: not ClientErrorCode.UnexpectedResponse };
}
