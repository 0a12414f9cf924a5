namespace BedrockPS.Http;

/// <summary>The names that AWS's services and their front doors have for the same thing.</summary>
public static class ErrorFamilies
{
    private static readonly HashSet<string> Throttling = new(StringComparer.Ordinal)
    {
        ErrorCodes.Throttling, "Throttling", "ThrottledException", "RequestThrottled", "RequestThrottledException",
        "TooManyRequestsException", "RequestLimitExceeded", "LimitExceededException", "BandwidthLimitExceeded",
        "ProvisionedThroughputExceededException", "SlowDown",
    };

    private static readonly HashSet<string> Expired = new(StringComparer.Ordinal)
    {
        ErrorCodes.ExpiredToken, "ExpiredToken", "TokenRefreshRequired",
    };

    private static readonly HashSet<string> Identity = new(StringComparer.Ordinal)
    {
        ErrorCodes.UnrecognizedClient, "InvalidClientTokenId", "InvalidAccessKeyId", "InvalidToken",
        ErrorCodes.InvalidSignature, "SignatureDoesNotMatch", "AuthFailure",
        "IncompleteSignature", "IncompleteSignatureException",
        "MissingAuthenticationToken", "MissingAuthenticationTokenException",
        "RequestTimeTooSkewed", "RequestTimeTooSkewedException", "RequestExpired", "RequestInTheFuture",
    };

    /// <summary>Whether the service was asked too often.</summary>
    /// <param name="failure">What failed.</param>
    public static bool IsThrottling(BedrockException failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        return Throttling.Contains(failure.ErrorCode);
    }

    /// <summary>Whether the credentials were good and their time is over.</summary>
    /// <param name="failure">What failed.</param>
    public static bool IsExpired(BedrockException failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        return Expired.Contains(failure.ErrorCode)
            || (failure.StatusCode is 401 or 403 && Says(failure, "token") && Says(failure, "expired"));
    }

    /// <summary>Whether the service does not believe who the caller is, expired credentials included.</summary>
    /// <param name="failure">What failed.</param>
    public static bool IsAuthentication(BedrockException failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        return Identity.Contains(failure.ErrorCode) || IsExpired(failure) || IsOfApiKey(failure);
    }

    /// <summary>Whether a daily limit is used up, so that asking again helps tomorrow at the earliest.</summary>
    /// <param name="failure">What failed.</param>
    public static bool IsDailyLimit(BedrockException failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        return Says(failure, "per day");
    }

    /// <summary>Whether an API key was refused, which Bedrock calls a denial, and no policy mends.</summary>
    /// <param name="failure">What failed.</param>
    public static bool IsOfApiKey(BedrockException failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        return failure.StatusCode is 401 or 403 && Says(failure, "Authentication failed");
    }

    private static bool Says(BedrockException failure, string words) =>
        failure.Message.Contains(words, StringComparison.OrdinalIgnoreCase);
}
