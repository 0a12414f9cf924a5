using System.Globalization;
using BedrockPS.Http;

namespace BedrockPS.Diagnosis;

/// <summary>What to do about a failure.</summary>
public static class RecommendedActions
{
    private static readonly AdviceFacts Nothing = new();

    /// <summary>A sentence or two that a person at 3 a.m. can follow; empty where there is nothing to add.</summary>
    /// <param name="failure">What failed.</param>
    /// <param name="facts">What is known besides; null for nothing.</param>
    public static string For(BedrockException failure, AdviceFacts? facts = null) =>
        OfFamily(failure, facts) ?? OfCode(failure, facts);

    /// <summary>Whether the model cannot be called by its own id, only through an inference profile.</summary>
    public static bool NeedsProfile(BedrockException failure) =>
        failure.ErrorCode == ErrorCodes.Validation && Says(failure, "on-demand throughput");

    /// <summary>Whether the service knows no model of that name.</summary>
    internal static bool NamesNoModel(BedrockException failure) =>
        failure.ErrorCode == ErrorCodes.Validation && Says(failure, "model identifier is invalid");

    // First, since a gateway may call an expired token or a wrong API key a denial, which no policy would mend.
    private static string? OfFamily(BedrockException failure, AdviceFacts? facts) => failure switch
    {
        { Resolution.Advice: { } advice } => advice,
        _ when ErrorFamilies.IsExpired(failure) => "The session is over: sign in again. " + SignIn(facts),
        _ when ErrorFamilies.IsOfApiKey(failure) =>
            "Check the API key (Set-BRDefault -ApiKey, AWS_BEARER_TOKEN_BEDROCK): it may have expired, or be of "
            + "another region.",
        _ when ErrorFamilies.IsDailyLimit(failure) =>
            "Wait until tomorrow, raise the quota in Service Quotas, or use another model.",
        _ when ErrorFamilies.IsThrottling(failure) =>
            "Wait and ask again, raise -MaxAttempts, or use a cross-region inference profile, which has more capacity.",
        _ => null,
    };

    private static string OfCode(BedrockException failure, AdviceFacts? facts) => failure.ErrorCode switch
    {
        ErrorCodes.ServiceQuotaExceeded => "Raise the quota in Service Quotas, or use another region or model.",
        ErrorCodes.AccessDenied => DenialAdvice.For(failure, facts ?? Nothing),
        ClientErrorCode.SignInRequired => SignIn(facts),
        ClientErrorCode.CredentialsNotFound =>
            "Name a profile for the session: Set-BRDefault -ProfileName NAME. Without an account: "
            + "Start-BRLocalEndpoint -SetDefault.",
        ClientErrorCode.ProfileNotFound => "Set-BRDefault -ProfileName NAME names one for the session.",
        ClientErrorCode.InvalidCredentials =>
            "Correct what the message names, or name other credentials: -ProfileName.",
        ClientErrorCode.RegionNotFound => "Set-BRDefault -Region eu-central-1, or the region that you use.",
        ErrorCodes.UnrecognizedClient =>
            "AWS does not know these keys: check -ProfileName, -AccessKey and the environment.",
        ErrorCodes.InvalidSignature or "SignatureDoesNotMatch" =>
            "Check the secret key, and that this machine's clock is right.",
        "RequestTimeTooSkewed" or "RequestExpired" or "RequestInTheFuture" => "Set this machine's clock right.",
        "IncompleteSignatureException" or "MissingAuthenticationTokenException" =>
            "Look for a proxy that drops or changes headers.",
        ErrorCodes.ResourceNotFound => ForNotFound(failure, facts ?? Nothing),
        ErrorCodes.Validation => ForValidation(failure, facts ?? Nothing),
        ErrorCodes.ModelTimeout or ClientErrorCode.CallTimeout =>
            "Ask for fewer tokens, use -Stream, or raise -TimeoutSec.",
        ErrorCodes.ModelNotReady => "The model is being loaded: ask again in a minute.",
        ErrorCodes.InternalServer or ErrorCodes.ServiceUnavailable
            or ErrorCodes.ModelError or ErrorCodes.ModelStreamError =>
            "Ask again; if it stays so, quote the request id to AWS support.",
        ClientErrorCode.StreamIdleTimeout => "Ask again, or raise -IdleTimeoutSec if the model needs longer.",
        ClientErrorCode.TlsFailed =>
            "Where a proxy inspects TLS, name the file of its authority's certificate in AWS_CA_BUNDLE.",
        ClientErrorCode.ProxyRefused => "Set HTTPS_PROXY with the name and password that the proxy wants.",
        ClientErrorCode.UnexpectedResponse => "Check -EndpointUrl, and look for a proxy in between.",
        ClientErrorCode.InvalidRequest => "Change what the message names.",
        ClientErrorCode.InvalidAnswer =>
            "Read what the model wrote in the exception's PartialResponse; describe the members, take a simpler "
            + "schema, or ask a model that is held to schemas (-Verbose tells the way that was used).",
        ClientErrorCode.AnswerTruncated => "Raise -MaxTokens, or ask for less; see the exception's PartialResponse.",
        ClientErrorCode.AnswerRefused => "Read the exception's PartialResponse, and ask otherwise.",
        "ResourceInUseException" or ErrorCodes.Conflict => "Wait until the resource is free, then ask again.",
        "TooManyTagsException" => "Give fewer tags.",
        "UnknownOperationException" => "Check -EndpointUrl: what answers there does not know the operation.",
        ClientErrorCode.ModelNotCallable =>
            "Get-BRInferenceProfile -FoundationModelId lists a model's profiles: name one, or allow its -Geography.",
        ClientErrorCode.ControlPlaneUnknown => "Name it: AWS_ENDPOINT_URL_BEDROCK, or -EndpointUrl for both.",
        ClientErrorCode.LocalEndpointNotFound => "Get-BRLocalEndpoint lists those that run.",
        ClientErrorCode.HostNotInteractive => "In a script, ask with Send-BRMessage.",
        ClientErrorCode.RecordingActive => "Stop-BRRecording ends the one that runs.",
        ClientErrorCode.RecordingFailed => "Mend what the message names; the call itself may have succeeded.",
        ClientErrorCode.BudgetExceeded =>
            "Get-BRBudget shows what is left. Lower -MaxTokens, or raise the budget: Set-BRBudget.",
        ClientErrorCode.UsageLogFailed => "Check the path, its permissions and the disk.",
        ClientErrorCode.PriceUnknown => "Get-BRPrice * lists what is known; Import-BRPrice adds a table.",
        ClientErrorCode.PriceTableInvalid =>
            "Mend the file, or forget imported prices: Import-BRPrice -Reset.",
        ClientErrorCode.RecordingInvalid => "Mend the line, or record the calls again.",
        ClientErrorCode.RecordingMiss =>
            "If the request is right, record it: Start-BRRecording -Mode Auto. See about_BedrockPS_Testing.",
        ClientErrorCode.RecordingNotFound => "Check the path; Start-BRRecording -Mode Record makes a recording.",
        ClientErrorCode.ConversationNotFound => "Check the path; Start-BRConversation -Path begins a conversation.",
        ClientErrorCode.ConversationInvalid => "Mend what the message names, or take a copy of the file.",
        ClientErrorCode.ConversationChanged =>
            "Copy-BRConversation -Path goes on with this conversation in a file of its own; Import-BRConversation goes "
            + "on with what is in the file.",
        ClientErrorCode.ConversationFailed =>
            "Mend what the message names: the turns are in the conversation still, and the next message writes them.",
        ClientErrorCode.ConnectionFailed => "Check the network, the proxy, -Region and -EndpointUrl.",
        ClientErrorCode.StreamTruncated or ClientErrorCode.MalformedFrame =>
            "Ask again; what had arrived is in the exception's PartialResponse.",
        _ => string.Empty,
    };

    private static string SignIn(AdviceFacts? facts)
    {
        string name = facts?.ProfileName ?? Environment.GetEnvironmentVariable("AWS_PROFILE") ?? "NAME";
        return $"For IAM Identity Center: Connect-BRSso -ProfileName {name}, or aws sso login --profile {name}.";
    }

    private static string ForNotFound(BedrockException failure, AdviceFacts facts)
    {
        if (Says(failure, "use case details"))
        {
            return "Submit the provider's use case form once for the account, on "
                + $"{ConsolePage.OfModels(facts.Region)}.";
        }

        return Says(failure, "end of its life") || Says(failure, "legacy")
            ? "The provider has ended this model: take an active one, Get-BRFoundationModel lists them."
            : $"Get-BRFoundationModel lists the models of {facts.Region ?? "the region"}; an old model may be at its "
                + "end of life, and another region may have it: try -Region.";
    }

    private static string ForOverflow(ContextOverflow overflow)
    {
        string excess = overflow.Excess is > 0 and { } tokens
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"It is {tokens:N0} tokens too long: {overflow.Tokens:N0} of at most {overflow.Limit:N0}. ")
            : string.Empty;
        return excess + "Compress-BRConversation shortens a conversation, and Send-BRMessage -AutoCompress does so by "
            + "itself; a single question must say less, or go to a model with a larger context window.";
    }

    private static string ForValidation(BedrockException failure, AdviceFacts facts)
    {
        if (ContextOverflow.Find(failure) is { } overflow)
        {
            return ForOverflow(overflow);
        }

        if (NeedsProfile(failure))
        {
            return facts.Callable is { Count: > 0 } profiles
                ? $"Call it through an inference profile: {ProfileOrder.Describe(profiles)}."
                : "Use the id of an inference profile that contains the model: "
                    + $"Test-BRModelAccess -ModelId {failure.ModelId} lists them.";
        }

        return NamesNoModel(failure)
            ? $"Is '{failure.ModelId}' right? Get-BRFoundationModel lists the ids of {facts.Region ?? "the region"}."
            : "Change the request as the message says; it will fail again as it is.";
    }

    private static bool Says(BedrockException failure, string words) =>
        failure.Message.Contains(words, StringComparison.OrdinalIgnoreCase);
}
