namespace BedrockPS.Local.Operations;

/// <summary>The HTTP status that belongs to each error code.</summary>
internal static class FaultStatus
{
    private static readonly Dictionary<string, int> Statuses = new(StringComparer.OrdinalIgnoreCase)
    {
        ["ValidationException"] = 400,
        ["ServiceQuotaExceededException"] = 400,
        ["ConflictException"] = 400,
        ["AccessDeniedException"] = 403,
        ["UnrecognizedClientException"] = 403,
        ["InvalidSignatureException"] = 403,
        ["IncompleteSignatureException"] = 403,
        ["MissingAuthenticationTokenException"] = 403,
        ["ExpiredTokenException"] = 403,
        ["ResourceNotFoundException"] = 404,
        ["UnknownOperationException"] = 404,
        ["ModelTimeoutException"] = 408,
        ["ModelErrorException"] = 424,
        ["ModelStreamErrorException"] = 424,
        ["ThrottlingException"] = 429,
        ["ModelNotReadyException"] = 429,
        ["InternalServerException"] = 500,
        ["ServiceUnavailableException"] = 503,
    };

    /// <summary>The code's status; 400 for one that is not in the table.</summary>
    public static int Of(string code) => Statuses.GetValueOrDefault(code, 400);
}
