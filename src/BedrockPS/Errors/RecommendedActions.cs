using BedrockPS.Http;

namespace BedrockPS.Errors;

/// <summary>What to do about a failure.</summary>
internal static class RecommendedActions
{
    /// <summary>One sentence that a person at 3 a.m. can follow; empty where there is nothing to add.</summary>
    public static string For(BedrockException failure) => failure.ErrorCode switch
    {
        ErrorCodes.Throttling or ErrorCodes.ServiceQuotaExceeded =>
            "Wait and ask again, raise -MaxAttempts, or use a cross-region inference profile, which has more capacity.",
        ErrorCodes.AccessDenied =>
            "Allow bedrock:InvokeModel and bedrock:InvokeModelWithResponseStream on "
            + $"{failure.ModelId ?? "the model"}; an inference profile needs its own ARN and the foundation model's in "
            + "each region that it routes to.",
        ErrorCodes.ExpiredToken => "The session is over: sign in again (for SSO: aws sso login --profile NAME).",
        ErrorCodes.UnrecognizedClient =>
            "AWS does not know these keys: check -ProfileName, -AccessKey and the environment.",
        ErrorCodes.InvalidSignature => "Check the secret key, and that this machine's clock is right.",
        ErrorCodes.ResourceNotFound =>
            "Get-BRFoundationModel lists the models of the region; an old model may be at its end of life.",
        ErrorCodes.Validation => ForValidation(failure),
        ErrorCodes.ModelTimeout or ClientErrorCode.CallTimeout =>
            "Ask for fewer tokens, use -Stream, or raise -TimeoutSec.",
        ErrorCodes.ModelNotReady => "The model is being loaded: ask again in a minute.",
        ErrorCodes.InternalServer or ErrorCodes.ServiceUnavailable
            or ErrorCodes.ModelError or ErrorCodes.ModelStreamError =>
            "Ask again; if it stays so, quote the request id to AWS support.",
        ClientErrorCode.ConnectionFailed => "Check the network, the proxy, -Region and -EndpointUrl.",
        ClientErrorCode.StreamTruncated or ClientErrorCode.MalformedFrame =>
            "Ask again; what had arrived is in the exception's PartialResponse.",
        _ => string.Empty,
    };

    private static string ForValidation(BedrockException failure)
    {
        if (failure.Message.Contains("on-demand throughput", StringComparison.OrdinalIgnoreCase))
        {
            return "Use the id of an inference profile that contains the model, such as those that the region lists.";
        }

        return failure.Message.Contains("model identifier is invalid", StringComparison.OrdinalIgnoreCase)
            ? $"Is '{failure.ModelId}' right? Get-BRFoundationModel lists the ids of the region."
            : "Change the request as the message says; it will fail again as it is.";
    }
}
