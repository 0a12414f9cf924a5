using BedrockPS.Http;

namespace BedrockPS;

/// <summary>A call that failed: what the service, the wire or the caller's input had against it.</summary>
public class BedrockException : Exception
{
    /// <summary>Makes the error of a call.</summary>
    /// <param name="errorCode">The service's own code, or one of <see cref="Http.ClientErrorCode"/>.</param>
    /// <param name="message">What was wrong, with which value.</param>
    /// <param name="innerException">What caused it, where something did.</param>
    public BedrockException(string errorCode, string message, Exception? innerException = null)
        : base(message, innerException) => ErrorCode = errorCode;

    /// <summary>The service's own code, such as <c>ThrottlingException</c>, or one of the client's.</summary>
    public string ErrorCode { get; }

    /// <summary>The HTTP status; null where no answer came.</summary>
    public int? StatusCode { get; set; }

    /// <summary>The service's id of the request, to quote to AWS support.</summary>
    public string? RequestId { get; set; }

    /// <summary>How often the request was sent.</summary>
    public int Attempts { get; set; } = 1;

    /// <summary>The model that was asked.</summary>
    public string? ModelId { get; set; }

    /// <summary>How long the service asked to wait before the next try.</summary>
    public TimeSpan? RetryAfter { get; set; }

    /// <summary>The HTTP status that the model itself answered, where the service passes it on.</summary>
    public int? OriginalStatusCode { get; set; }

    /// <summary>What the model itself said of its failure, where the service passes it on.</summary>
    public string? OriginalMessage { get; set; }

    /// <summary>The resource that failed, where the service names it.</summary>
    public string? ResourceName { get; set; }

    /// <summary>What had arrived of a streamed answer before it broke; null where nothing had.</summary>
    public object? PartialResponse { get; set; }

    /// <summary>How an inference profile was looked for, where the model cannot be called by its own id.</summary>
    public ModelResolution? Resolution { get; set; }

    /// <summary>How far the request was longer than the model's context window; null for any other failure.</summary>
    public ContextOverflow? ContextOverflow => Http.ContextOverflow.Find(this);

    /// <summary>The endpoint's time when it answered.</summary>
    internal DateTimeOffset? ServerTime { get; set; }

    /// <summary>The same failure in other words.</summary>
    internal BedrockException WithMessage(string message) => new(ErrorCode, message, InnerException)
    {
        StatusCode = StatusCode,
        RequestId = RequestId,
        Attempts = Attempts,
        ModelId = ModelId,
        RetryAfter = RetryAfter,
        OriginalStatusCode = OriginalStatusCode,
        OriginalMessage = OriginalMessage,
        ResourceName = ResourceName,
        PartialResponse = PartialResponse,
        Resolution = Resolution,
        ServerTime = ServerTime,
    };
}
