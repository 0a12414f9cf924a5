namespace BedrockPS.Aws.Sts;

/// <summary>STS said no, or said nothing.</summary>
internal sealed class StsException : Exception
{
    public StsException(string? code, string message)
        : base(message) => Code = code;

    /// <summary>The service's own code; null where no answer of its came.</summary>
    public string? Code { get; }

    /// <summary>Whether the keys that asked are over, whatever their source says.</summary>
    public bool IsOfExpiredKeys => Code is "ExpiredToken" or "ExpiredTokenException";

    /// <summary>The service's id of the request.</summary>
    public string? RequestId { get; init; }

    /// <summary>When STS answered, by its own clock.</summary>
    public DateTimeOffset? ServerTime { get; init; }

    /// <summary>Whether the same request may do better.</summary>
    public bool IsPassing { get; init; }
}
