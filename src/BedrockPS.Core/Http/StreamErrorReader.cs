using System.Collections;
using System.Text;
using System.Text.Json;
using BedrockPS.EventStream;
using BedrockPS.Json;

namespace BedrockPS.Http;

/// <summary>Turns the exception or error frame of a stream into the exception that says why.</summary>
internal static class StreamErrorReader
{
    public static BedrockException Read(EventStreamMessage message)
    {
        IDictionary? members = Parse(message.Payload.Span);
        string code = message.ExceptionType ?? message.FindString(":error-code") ?? "UnknownError";
        string text = members?["message"] as string
            ?? message.FindString(":error-message")
            ?? Encoding.UTF8.GetString(message.Payload.Span);
        string original = members?["originalMessage"] is string more ? $" The model said: {more}" : string.Empty;
        return new BedrockException(ErrorCodes.Clean(code), text + original);
    }

    private static IDictionary? Parse(ReadOnlySpan<byte> payload)
    {
        try
        {
            return DocumentReader.Read(payload) as IDictionary;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
