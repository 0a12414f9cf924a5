using BedrockPS.Conversion;
using BedrockPS.Http;

namespace BedrockPS.Chat;

/// <summary>Says in one line what failed and what to do about it.</summary>
internal static class ChatFailure
{
    public static string Line(BedrockException failure, string advice)
    {
        string message = failure.Message.TrimEnd();
        string stop = message.EndsWith('.') ? string.Empty : ".";

        // What was typed wrong needs no name: the message names it.
        bool isTyped = failure is { ErrorCode: ClientErrorCode.InvalidRequest, StatusCode: null };
        return VisibleText.Of(isTyped ? message : $"{failure.ErrorCode}: {message}{stop} {advice}".TrimEnd());
    }
}
