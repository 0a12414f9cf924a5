using System.Management.Automation;
using BedrockPS.Http;

namespace BedrockPS.Errors;

/// <summary>The one place where failures become error records.</summary>
internal static class ErrorRecordFactory
{
    private static readonly Dictionary<string, ErrorCategory> Categories = new(StringComparer.Ordinal)
    {
        [ErrorCodes.Throttling] = ErrorCategory.LimitsExceeded,
        [ErrorCodes.ServiceQuotaExceeded] = ErrorCategory.LimitsExceeded,
        [ErrorCodes.AccessDenied] = ErrorCategory.PermissionDenied,
        [ErrorCodes.ExpiredToken] = ErrorCategory.AuthenticationError,
        [ErrorCodes.UnrecognizedClient] = ErrorCategory.AuthenticationError,
        [ErrorCodes.InvalidSignature] = ErrorCategory.AuthenticationError,
        ["IncompleteSignatureException"] = ErrorCategory.AuthenticationError,
        ["MissingAuthenticationTokenException"] = ErrorCategory.AuthenticationError,
        [ClientErrorCode.CredentialsNotFound] = ErrorCategory.AuthenticationError,
        [ClientErrorCode.InvalidCredentials] = ErrorCategory.AuthenticationError,
        [ClientErrorCode.SignInRequired] = ErrorCategory.AuthenticationError,
        [ClientErrorCode.ProfileNotFound] = ErrorCategory.AuthenticationError,
        [ErrorCodes.Validation] = ErrorCategory.InvalidArgument,
        [ClientErrorCode.InvalidRequest] = ErrorCategory.InvalidArgument,
        [ClientErrorCode.RegionNotFound] = ErrorCategory.InvalidArgument,
        [ErrorCodes.Conflict] = ErrorCategory.InvalidOperation,
        [ErrorCodes.ResourceNotFound] = ErrorCategory.ObjectNotFound,
        [ClientErrorCode.LocalEndpointNotFound] = ErrorCategory.ObjectNotFound,
        [ErrorCodes.ModelTimeout] = ErrorCategory.OperationTimeout,
        [ClientErrorCode.CallTimeout] = ErrorCategory.OperationTimeout,
        [ClientErrorCode.StreamIdleTimeout] = ErrorCategory.OperationTimeout,
        [ClientErrorCode.ConnectionFailed] = ErrorCategory.ConnectionError,
        [ClientErrorCode.StreamTruncated] = ErrorCategory.ProtocolError,
        [ClientErrorCode.MalformedFrame] = ErrorCategory.ProtocolError,
        [ClientErrorCode.UnexpectedResponse] = ErrorCategory.ProtocolError,
        [ErrorCodes.InternalServer] = ErrorCategory.ResourceUnavailable,
        [ErrorCodes.ServiceUnavailable] = ErrorCategory.ResourceUnavailable,
        [ErrorCodes.ModelError] = ErrorCategory.ResourceUnavailable,
        [ErrorCodes.ModelStreamError] = ErrorCategory.ResourceUnavailable,
        [ErrorCodes.ModelNotReady] = ErrorCategory.ResourceUnavailable,
    };

    /// <summary>The record of a failure.</summary>
    /// <param name="failure">What failed.</param>
    /// <param name="target">The input item that it happened to.</param>
    public static ErrorRecord Create(BedrockException failure, object? target) =>
        new(failure, failure.ErrorCode, CategoryOf(failure), target)
        {
            ErrorDetails = new ErrorDetails(failure.Message) { RecommendedAction = RecommendedActions.For(failure) },
        };

    private static ErrorCategory CategoryOf(BedrockException failure) =>
        Categories.TryGetValue(failure.ErrorCode, out ErrorCategory category) ? category
        : failure.StatusCode >= 500 ? ErrorCategory.ResourceUnavailable
        : ErrorCategory.NotSpecified;
}
