namespace BedrockPS;

/// <summary>One chunk of a native stream.</summary>
public sealed class InvokeModelChunk
{
    /// <summary>The generated text in this chunk; empty where it holds none.</summary>
    public string Text { get; set; } = string.Empty;

    /// <summary>The chunk in the model's own shape, decoded; null where it is not JSON.</summary>
    public object? Body { get; set; }

    /// <summary>The chunk's bytes as they came.</summary>
    public byte[] RawBody { get; set; } = [];

    /// <summary>The event's name in the service's words: <c>chunk</c> today.</summary>
    public string EventType { get; set; } = "chunk";

    /// <summary>The text of the chunk.</summary>
    public override string ToString() => Text;
}
