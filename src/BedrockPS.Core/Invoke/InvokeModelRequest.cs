namespace BedrockPS;

/// <summary>A request to InvokeModel: a body in the model's own shape.</summary>
public sealed class InvokeModelRequest
{
    /// <summary>The model, inference profile or provisioned throughput to ask, by id or ARN.</summary>
    public string ModelId { get; set; } = string.Empty;

    /// <summary>The body, at most 25,000,000 bytes.</summary>
    public byte[] Body { get; set; } = [];

    /// <summary>What the body is.</summary>
    public string ContentType { get; set; } = "application/json";

    /// <summary>What the answer is to be.</summary>
    public string Accept { get; set; } = "application/json";
}
