using BedrockPS.Http;

namespace BedrockPS.Diagnosis;

/// <summary>What a failure means for the access to a model.</summary>
internal static class AccessFailure
{
    /// <summary>Whether nobody is there to sign, or AWS does not believe who does.</summary>
    public static bool IsAboutCredentials(BedrockException failure) =>
        ErrorFamilies.IsAuthentication(failure) || failure.ErrorCode
        is ClientErrorCode.CredentialsNotFound or ClientErrorCode.InvalidCredentials or ClientErrorCode.ProfileNotFound
        or ClientErrorCode.SignInRequired or ClientErrorCode.RegionNotFound;

    /// <summary>Whether every other call to the same endpoint would end so too.</summary>
    public static bool EndsAll(BedrockException failure) => IsAboutCredentials(failure) || failure.ErrorCode
        is ClientErrorCode.ConnectionFailed or ClientErrorCode.TlsFailed or ClientErrorCode.ProxyRefused
        or ClientErrorCode.CallTimeout or ClientErrorCode.UnexpectedResponse
        or ClientErrorCode.InvalidRequest;

    /// <summary>Whether a model that answers so cannot be called as things stand.</summary>
    public static bool Blocks(BedrockException failure) =>
        IsAboutCredentials(failure)
        || failure.ErrorCode is ErrorCodes.AccessDenied or ErrorCodes.ResourceNotFound
        || RecommendedActions.NeedsProfile(failure)
        || (failure.ErrorCode == ErrorCodes.Validation
            && failure.Message.Contains("model identifier is invalid", StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether the service does not know what was asked for.</summary>
    public static bool IsMissing(BedrockException failure) =>
        failure.ErrorCode is ErrorCodes.ResourceNotFound or ErrorCodes.Validation;
}
