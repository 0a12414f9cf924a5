using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using BedrockPS.EventStream;
using BedrockPS.Http;
using BedrockPS.Json;

namespace BedrockPS.Converse;

/// <summary>Turns a frame of ConverseStream into its event.</summary>
internal static class ConverseEventReader
{
    // Every payload carries a member "p": padding of random length, which is there to hide the length of the text.
    private const string PaddingMember = "p";

    public static ConverseEvent Read(EventStreamMessage message)
    {
        string eventType = message.EventType ?? string.Empty;
        try
        {
            ConverseEvent read = ReadPayload(eventType, message.Payload.Span);
            read.Other?.Remove(PaddingMember);
            read.Other = read.Other is { Count: 0 } ? null : read.Other;
            return read;
        }
        catch (JsonException e)
        {
            throw new BedrockException(
                ClientErrorCode.UnexpectedResponse,
                $"The payload of the event '{eventType}' is broken: {e.Message}",
                e);
        }
    }

    private static ConverseEvent ReadPayload(string eventType, ReadOnlySpan<byte> json)
    {
        BedrockJsonContext context = BedrockJsonContext.Default;
        return eventType switch
        {
            "contentBlockDelta" => Read(json, context.ContentBlockDeltaEvent),
            "messageStart" => Read(json, context.MessageStartEvent),
            "contentBlockStart" => Read(json, context.ContentBlockStartEvent),
            "contentBlockStop" => Read(json, context.ContentBlockStopEvent),
            "messageStop" => Read(json, context.MessageStopEvent),
            "metadata" => Read(json, context.MetadataEvent),
            _ => new UnknownEvent(eventType, ReadUnknown(json)),
        };
    }

    // Nobody has said that the payload of an event to come is JSON.
    private static object? ReadUnknown(ReadOnlySpan<byte> payload)
    {
        try
        {
            return payload.IsEmpty ? null : DocumentReader.Read(payload);
        }
        catch (JsonException)
        {
            return Encoding.UTF8.GetString(payload);
        }
    }

    private static T Read<T>(ReadOnlySpan<byte> json, JsonTypeInfo<T> type)
        where T : ConverseEvent =>
        BedrockJson.Read(json, type);
}
