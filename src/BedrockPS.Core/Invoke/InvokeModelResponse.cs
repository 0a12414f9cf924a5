using System.Text;

namespace BedrockPS;

/// <summary>The answer of a model in its own shape: the same type whether it came whole or streamed.</summary>
public sealed class InvokeModelResponse
{
    /// <summary>The generated text, where the shape is one that is known; empty otherwise.</summary>
    public string Text { get; set; } = string.Empty;

    /// <summary>The answer's body, decoded; null where it is not JSON, or was streamed.</summary>
    public object? Body { get; set; }

    /// <summary>The decoded chunks of a streamed answer, in their order; null where the answer came whole.</summary>
    public IReadOnlyList<object?>? Chunks { get; set; }

    /// <summary>Why the model stopped, in the model's own words.</summary>
    public string? StopReason { get; set; }

    /// <summary>What the call used, in tokens; null where the service did not say.</summary>
    public TokenUsage? Usage { get; set; }

    /// <summary>What the call cost by the price table; null where it was not made by a cmdlet.</summary>
    public Cost? Cost { get; set; }

    /// <summary>The service's own measure of the call, in milliseconds.</summary>
    public long? LatencyMs { get; set; }

    /// <summary>From sending the request to the first text of a streamed answer, in milliseconds.</summary>
    public double? TimeToFirstTokenMs { get; set; }

    /// <summary>The model that was asked, as the caller named it.</summary>
    public string? ModelId { get; set; }

    /// <summary>
    /// What the call went to: the same, or the inference profile that stood in for a model that needs one.
    /// </summary>
    public string? ResolvedModelId { get; set; }

    /// <summary>The service's id of the request.</summary>
    public string? RequestId { get; set; }

    /// <summary>How often the request was sent.</summary>
    public int Attempts { get; set; } = 1;

    /// <summary>Whether the text was written to the host as it arrived; its view does not show it again.</summary>
    public bool Streamed { get; set; }

    /// <summary>What the body is.</summary>
    public string? ContentType { get; set; }

    /// <summary>The body's bytes as they came; null where the answer was streamed.</summary>
    public byte[]? RawBody { get; set; }

    /// <summary>The text, or the body where no text is known in it.</summary>
    public override string ToString() => Text.Length > 0 ? Text : Encoding.UTF8.GetString(RawBody ?? []);
}
