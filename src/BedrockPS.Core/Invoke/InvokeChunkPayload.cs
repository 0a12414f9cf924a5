namespace BedrockPS.Invoke;

/// <summary>The payload of a <c>chunk</c> event.</summary>
internal sealed class InvokeChunkPayload
{
    public byte[]? Bytes { get; set; }
}
