namespace BedrockPS.Http;

/// <summary>The error codes of failures that the service did not name.</summary>
public static class ClientErrorCode
{
    /// <summary>No connection could be made, or it broke before an answer came.</summary>
    public const string ConnectionFailed = "ConnectionFailed";

    /// <summary>A proxy in between wants a name and password.</summary>
    public const string ProxyRefused = "ProxyRefused";

    /// <summary>The other side cannot prove who it is, or does not speak TLS.</summary>
    public const string TlsFailed = "TlsFailed";

    /// <summary>The whole call took longer than its limit.</summary>
    public const string CallTimeout = "CallTimeout";

    /// <summary>A stream was silent for longer than the idle timeout.</summary>
    public const string StreamIdleTimeout = "StreamIdleTimeout";

    /// <summary>A stream ended before its last event, or in the middle of a frame.</summary>
    public const string StreamTruncated = "StreamTruncated";

    /// <summary>A frame of a stream is damaged: a checksum, a length or a header is wrong.</summary>
    public const string MalformedFrame = "MalformedFrame";

    /// <summary>The answer is not what the operation answers: HTML, another content type, broken JSON.</summary>
    public const string UnexpectedResponse = "UnexpectedResponse";

    /// <summary>The answer does not satisfy the schema that was given, also when asked once more.</summary>
    public const string InvalidAnswer = "InvalidAnswer";

    /// <summary>The answer was cut before it could satisfy the schema that was given.</summary>
    public const string AnswerTruncated = "AnswerTruncated";

    /// <summary>The model or a guardrail refused to give the answer that was asked for by schema.</summary>
    public const string AnswerRefused = "AnswerRefused";

    /// <summary>The request cannot be sent as it is.</summary>
    public const string InvalidRequest = "InvalidRequest";

    /// <summary>The command is for a person, and the host has none.</summary>
    public const string HostNotInteractive = "HostNotInteractive";

    /// <summary>No source gave credentials.</summary>
    public const string CredentialsNotFound = "CredentialsNotFound";

    /// <summary>The credentials given are incomplete or cannot be used.</summary>
    public const string InvalidCredentials = "InvalidCredentials";

    /// <summary>A sign-in (IAM Identity Center or <c>aws login</c>) is over: a person has to sign in again.</summary>
    public const string SignInRequired = "SignInRequired";

    /// <summary>The named profile does not exist.</summary>
    public const string ProfileNotFound = "ProfileNotFound";

    /// <summary>No source gave a region.</summary>
    public const string RegionNotFound = "RegionNotFound";

    /// <summary>The endpoint of the runtime was named, and nobody said where the control plane is.</summary>
    public const string ControlPlaneUnknown = "ControlPlaneUnknown";

    /// <summary>The model can be called neither by its own id nor through a profile that is allowed.</summary>
    public const string ModelNotCallable = "ModelNotCallable";

    /// <summary>The session has no such local endpoint.</summary>
    public const string LocalEndpointNotFound = "LocalEndpointNotFound";

    /// <summary>A call was not made, for it might have passed a budget.</summary>
    public const string BudgetExceeded = "BudgetExceeded";

    /// <summary>A usage log cannot be read or written.</summary>
    public const string UsageLogFailed = "UsageLogFailed";

    /// <summary>A price table cannot be read, or is not one.</summary>
    public const string PriceTableInvalid = "PriceTableInvalid";

    /// <summary>No table has a price of the model.</summary>
    public const string PriceUnknown = "PriceUnknown";

    /// <summary>There is no recording at the path, or no folder for one.</summary>
    public const string RecordingNotFound = "RecordingNotFound";

    /// <summary>A line of a recording is broken, or the file is of a newer format.</summary>
    public const string RecordingInvalid = "RecordingInvalid";

    /// <summary>A recording cannot be read, written or redacted.</summary>
    public const string RecordingFailed = "RecordingFailed";

    /// <summary>The session records or replays already.</summary>
    public const string RecordingActive = "RecordingActive";

    /// <summary>The recording that is replayed has no answer, or no further one, to a request.</summary>
    public const string RecordingMiss = "RecordingMiss";

    /// <summary>There is no conversation at the path.</summary>
    public const string ConversationNotFound = "ConversationNotFound";

    /// <summary>A line of a conversation's file is broken, or the file is of a newer format.</summary>
    public const string ConversationInvalid = "ConversationInvalid";

    /// <summary>Somebody else has written to the file of a conversation.</summary>
    public const string ConversationChanged = "ConversationChanged";

    /// <summary>The file of a conversation cannot be read or written.</summary>
    public const string ConversationFailed = "ConversationFailed";
}
