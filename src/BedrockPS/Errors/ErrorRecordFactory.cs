using System.Management.Automation;
using BedrockPS.Diagnosis;
using BedrockPS.Http;

namespace BedrockPS.Errors;

/// <summary>The one place where failures become error records.</summary>
internal static class ErrorRecordFactory
{
    private static readonly Dictionary<string, ErrorCategory> Categories = new(StringComparer.Ordinal)
    {
        [ErrorCodes.ServiceQuotaExceeded] = ErrorCategory.LimitsExceeded,
        ["TooManyTagsException"] = ErrorCategory.LimitsExceeded,
        [ErrorCodes.AccessDenied] = ErrorCategory.PermissionDenied,
        [ClientErrorCode.CredentialsNotFound] = ErrorCategory.AuthenticationError,
        [ClientErrorCode.InvalidCredentials] = ErrorCategory.AuthenticationError,
        [ClientErrorCode.SignInRequired] = ErrorCategory.AuthenticationError,
        [ClientErrorCode.ProfileNotFound] = ErrorCategory.AuthenticationError,
        [ClientErrorCode.ProxyRefused] = ErrorCategory.AuthenticationError,
        [ClientErrorCode.TlsFailed] = ErrorCategory.SecurityError,
        [ErrorCodes.Validation] = ErrorCategory.InvalidArgument,
        [ClientErrorCode.InvalidRequest] = ErrorCategory.InvalidArgument,
        [ClientErrorCode.RegionNotFound] = ErrorCategory.InvalidArgument,
        [ClientErrorCode.InvalidAnswer] = ErrorCategory.InvalidData,
        [ClientErrorCode.AnswerTruncated] = ErrorCategory.LimitsExceeded,
        [ClientErrorCode.AnswerRefused] = ErrorCategory.SecurityError,
        [ClientErrorCode.ControlPlaneUnknown] = ErrorCategory.InvalidArgument,
        [ClientErrorCode.ModelNotCallable] = ErrorCategory.InvalidArgument,
        [ErrorCodes.Conflict] = ErrorCategory.InvalidOperation,
        ["ResourceInUseException"] = ErrorCategory.InvalidOperation,
        [ErrorCodes.ResourceNotFound] = ErrorCategory.ObjectNotFound,
        [ClientErrorCode.LocalEndpointNotFound] = ErrorCategory.ObjectNotFound,
        [ClientErrorCode.RecordingNotFound] = ErrorCategory.ObjectNotFound,
        [ClientErrorCode.RecordingMiss] = ErrorCategory.ObjectNotFound,
        [ClientErrorCode.RecordingInvalid] = ErrorCategory.InvalidData,
        [ClientErrorCode.BudgetExceeded] = ErrorCategory.LimitsExceeded,
        [ClientErrorCode.UsageLogFailed] = ErrorCategory.WriteError,
        [ClientErrorCode.PriceTableInvalid] = ErrorCategory.InvalidData,
        [ClientErrorCode.PriceUnknown] = ErrorCategory.ObjectNotFound,
        [ClientErrorCode.RecordingFailed] = ErrorCategory.WriteError,
        [ClientErrorCode.HostNotInteractive] = ErrorCategory.InvalidOperation,
        [ClientErrorCode.RecordingActive] = ErrorCategory.InvalidOperation,
        [ClientErrorCode.ConversationNotFound] = ErrorCategory.ObjectNotFound,
        [ClientErrorCode.ConversationInvalid] = ErrorCategory.InvalidData,
        [ClientErrorCode.ConversationChanged] = ErrorCategory.InvalidOperation,
        [ClientErrorCode.ConversationFailed] = ErrorCategory.WriteError,
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
    /// <param name="advice">What to do about it; null for what the failure alone tells.</param>
    public static ErrorRecord Create(BedrockException failure, object? target, string? advice = null) =>
        new(failure, failure.ErrorCode, CategoryOf(failure), target)
        {
            ErrorDetails = new ErrorDetails(failure.Message)
            {
                RecommendedAction = advice ?? RecommendedActions.For(failure),
            },
        };

    // A gateway may say AccessDenied of a token that has expired: what the message says is the better word.
    private static ErrorCategory CategoryOf(BedrockException failure) =>
        ErrorFamilies.IsAuthentication(failure) ? ErrorCategory.AuthenticationError
        : ErrorFamilies.IsThrottling(failure) ? ErrorCategory.LimitsExceeded
        : Categories.TryGetValue(failure.ErrorCode, out ErrorCategory category) ? category
        : OfStatus(failure.StatusCode);

    // A code that is newer than this module is still sorted by what HTTP says.
    private static ErrorCategory OfStatus(int? status) => status switch
    {
        401 or 403 => ErrorCategory.PermissionDenied,
        404 => ErrorCategory.ObjectNotFound,
        408 => ErrorCategory.OperationTimeout,
        429 => ErrorCategory.LimitsExceeded,
        >= 400 and < 500 => ErrorCategory.InvalidArgument,
        >= 500 => ErrorCategory.ResourceUnavailable,
        _ => ErrorCategory.NotSpecified,
    };
}
