namespace BedrockPS.Http;

/// <summary>What is worth another try, and how long to wait before it.</summary>
internal static class RetryPolicy
{
    private static readonly TimeSpan BaseDelay = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan MaxDelay = TimeSpan.FromSeconds(20);

    private static readonly HashSet<string> PassingCodes = new(StringComparer.Ordinal)
    {
        ErrorCodes.InternalServer, ErrorCodes.ServiceUnavailable, ErrorCodes.ModelTimeout, ErrorCodes.ModelNotReady,
        "InternalFailure", "InternalError", "RequestTimeout", "RequestTimeoutException",
        ClientErrorCode.ConnectionFailed,
    };

    // Whoever gave no keys has been asked as often as it made sense, behind the waist.
    private static readonly HashSet<string> UnsentCodes = new(StringComparer.Ordinal)
    {
        ClientErrorCode.InvalidCredentials, ClientErrorCode.SignInRequired,
    };

    /// <summary>
    /// Throttling, server faults, a slow or unready model, no connection; never what would fail again.
    /// </summary>
    public static bool IsRetryable(BedrockException failure) =>
        !ErrorFamilies.IsDailyLimit(failure)
        && !UnsentCodes.Contains(failure.ErrorCode)
        && (PassingCodes.Contains(failure.ErrorCode)
            || ErrorFamilies.IsThrottling(failure)
            || failure.StatusCode is 429 or >= 500);

    /// <summary>
    /// Exponential backoff with full jitter (AWS standard mode), or longer where the service asks for it.
    /// </summary>
    public static TimeSpan DelayBefore(int attempt, TimeSpan? retryAfter)
    {
        double ceiling = Math.Min(MaxDelay.TotalSeconds, BaseDelay.TotalSeconds * Math.Pow(2, attempt - 2));
        TimeSpan backoff = TimeSpan.FromSeconds(Random.Shared.NextDouble() * ceiling);
        return retryAfter > backoff ? retryAfter.Value : backoff;
    }
}
