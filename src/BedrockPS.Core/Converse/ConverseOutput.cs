using System.Text.Json.Serialization;

namespace BedrockPS.Converse;

/// <summary>The member <c>output</c>: a union of which the service has one kind today.</summary>
internal sealed class ConverseOutput
{
    public Message? Message { get; set; }

    [JsonExtensionData]
    public IDictionary<string, object?>? Other { get; set; }
}
