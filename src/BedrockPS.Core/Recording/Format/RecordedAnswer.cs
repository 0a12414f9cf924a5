namespace BedrockPS.Recording;

/// <summary>What came of a call: an answer's head, and its body or the frames of its stream, byte for byte.</summary>
public sealed record RecordedAnswer
{
    /// <summary>The HTTP status.</summary>
    public int Status { get; init; } = 200;

    /// <summary>The headers that are kept: see <see cref="RecordedHeaders"/>.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>The body; empty for a stream.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The frames of a stream; null for a body.</summary>
    public IReadOnlyList<RecordedFrame>? Frames { get; init; }

    /// <summary>Whether the stream broke, or was left, before its end.</summary>
    public bool IsCut { get; init; }

    /// <summary>The milliseconds from the request to the answer's head.</summary>
    public int HeadAt { get; init; }

    /// <summary>How often the request was sent.</summary>
    public int Attempts { get; init; } = 1;
}
