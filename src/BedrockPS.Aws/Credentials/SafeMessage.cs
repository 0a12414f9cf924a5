using BedrockPS.Http;

namespace BedrockPS.Aws.Credentials;

/// <summary>What an exception of the SDK says, as far as it may be shown.</summary>
internal static class SafeMessage
{
    private const int MaxLength = 400;

    public static string Of(Exception exception)
    {
        // The messages further in quote what a credential process printed; those about profiles do not.
        string message = exception is InvalidDataException ? exception.GetBaseException().Message : exception.Message;
        message = UserInfo.Redact(message);
        return OneLine(IsQuotedLine(message) ? message[..message.IndexOf(':')] + " cannot be understood." : message);
    }

    // 'Line 3:<what stands there>': what stands there may well be half a secret.
    private static bool IsQuotedLine(string message) =>
        message.StartsWith("Line ", StringComparison.Ordinal) && message.Contains(':');

    /// <summary>A message of anybody's, without line breaks and cut where it is too long to read.</summary>
    public static string OneLine(string message)
    {
        string line = string.Join(' ', message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length > MaxLength ? line[..MaxLength] + "..." : line;
    }
}
