using System.Text.Json.Serialization;

namespace BedrockPS;

/// <summary>One event of a streamed answer.</summary>
public abstract class ConverseEvent
{
    /// <summary>The event's name in the service's words; new ones may come.</summary>
    [JsonIgnore]
    public abstract string EventType { get; }

    /// <summary>The event's place in the stream, from 0.</summary>
    [JsonIgnore]
    public int Index { get; set; }

    /// <summary>From sending the request to the event's arrival, in milliseconds.</summary>
    [JsonIgnore]
    public double ElapsedMs { get; set; }

    /// <summary>Members that this version does not name.</summary>
    [JsonExtensionData]
    public IDictionary<string, object?>? Other { get; set; }
}
