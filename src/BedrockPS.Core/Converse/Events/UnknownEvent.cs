namespace BedrockPS;

/// <summary>An event that is newer than this version, kept as it came.</summary>
public sealed class UnknownEvent : ConverseEvent
{
    private readonly string _eventType;

    /// <summary>Keeps an event of any name.</summary>
    public UnknownEvent(string eventType, object? payload)
    {
        _eventType = eventType;
        Payload = payload;
    }

    /// <inheritdoc/>
    public override string EventType => _eventType;

    /// <summary>The event's payload in the service's shape.</summary>
    public object? Payload { get; }
}
