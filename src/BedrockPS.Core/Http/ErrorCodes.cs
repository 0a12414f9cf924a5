namespace BedrockPS.Http;

/// <summary>The service's error codes that this client acts on.</summary>
public static class ErrorCodes
{
    /// <summary>The caller may not do this.</summary>
    public const string AccessDenied = "AccessDeniedException";

    /// <summary>The request conflicts with the state of the resource.</summary>
    public const string Conflict = "ConflictException";

    /// <summary>The keys' time is over.</summary>
    public const string ExpiredToken = "ExpiredTokenException";

    /// <summary>The service failed.</summary>
    public const string InternalServer = "InternalServerException";

    /// <summary>The signature does not fit the request.</summary>
    public const string InvalidSignature = "InvalidSignatureException";

    /// <summary>The model failed.</summary>
    public const string ModelError = "ModelErrorException";

    /// <summary>The model is being loaded; it is worth asking again.</summary>
    public const string ModelNotReady = "ModelNotReadyException";

    /// <summary>The model failed in the middle of a stream.</summary>
    public const string ModelStreamError = "ModelStreamErrorException";

    /// <summary>The model took too long.</summary>
    public const string ModelTimeout = "ModelTimeoutException";

    /// <summary>There is no such resource.</summary>
    public const string ResourceNotFound = "ResourceNotFoundException";

    /// <summary>A quota of the account is used up.</summary>
    public const string ServiceQuotaExceeded = "ServiceQuotaExceededException";

    /// <summary>The service cannot take the request now.</summary>
    public const string ServiceUnavailable = "ServiceUnavailableException";

    /// <summary>Too many requests or tokens.</summary>
    public const string Throttling = "ThrottlingException";

    /// <summary>The keys are not known to AWS.</summary>
    public const string UnrecognizedClient = "UnrecognizedClientException";

    /// <summary>The request is wrong.</summary>
    public const string Validation = "ValidationException";

    /// <summary>
    /// The bare code: without what follows a colon, without a namespace before '#', first letter upper.
    /// </summary>
    public static string Clean(string code)
    {
        string bare = code.Split(':')[0];
        bare = bare[(bare.LastIndexOf('#') + 1)..].Trim();
        return bare.Length == 0 ? "UnknownError" : char.ToUpperInvariant(bare[0]) + bare[1..];
    }
}
