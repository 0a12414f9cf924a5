namespace BedrockPS;

/// <summary>What became of one small call to a model.</summary>
public sealed class ModelAccessTrial
{
    /// <summary>Whether the model answered.</summary>
    public bool Succeeded { get; set; }

    /// <summary>The code of the error; null where the model answered.</summary>
    public string? ErrorCode { get; set; }

    /// <summary>The message of the error; null where the model answered.</summary>
    public string? Message { get; set; }

    /// <summary>How long it took, in milliseconds, tries and waits included.</summary>
    public long LatencyMs { get; set; }

    /// <summary>The service's id of the request.</summary>
    public string? RequestId { get; set; }

    /// <summary>In short.</summary>
    public override string ToString() =>
        Succeeded ? $"answered in {LatencyMs} ms" : $"{ErrorCode} after {LatencyMs} ms";
}
