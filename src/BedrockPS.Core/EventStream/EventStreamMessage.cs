namespace BedrockPS.EventStream;

/// <summary>One frame, taken apart: its headers in their order, and its payload.</summary>
/// <param name="Headers">The headers, as they came.</param>
/// <param name="Payload">The payload's bytes; they stay the message's own.</param>
public sealed record EventStreamMessage(IReadOnlyList<EventStreamHeader> Headers, ReadOnlyMemory<byte> Payload)
{
    /// <summary><c>event</c>, <c>exception</c> or <c>error</c>.</summary>
    public string? MessageType => FindString(":message-type");

    /// <summary>The event's name, such as <c>contentBlockDelta</c>.</summary>
    public string? EventType => FindString(":event-type");

    /// <summary>The exception's name, such as <c>throttlingException</c>.</summary>
    public string? ExceptionType => FindString(":exception-type");

    /// <summary>The header's value where it is text; null where it is absent or of another type.</summary>
    public string? FindString(string name)
    {
        for (int i = 0; i < Headers.Count; i++)
        {
            if (Headers[i].Name == name)
            {
                return Headers[i].Value as string;
            }
        }

        return null;
    }
}
