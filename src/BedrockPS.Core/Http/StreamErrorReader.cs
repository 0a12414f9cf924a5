using System.Text;
using BedrockPS.EventStream;

namespace BedrockPS.Http;

/// <summary>Turns the exception or error frame of a stream into the exception that says why.</summary>
internal static class StreamErrorReader
{
    public static BedrockException Read(EventStreamMessage message)
    {
        ErrorBody? body = ErrorBody.Parse(message.Payload.Span);
        string code = message.ExceptionType ?? message.FindString(":error-code") ?? "UnknownError";
        string text = body?.Message
            ?? message.FindString(":error-message")
            ?? Encoding.UTF8.GetString(message.Payload.Span);
        return ErrorBody.ToException(code, text, body);
    }
}
