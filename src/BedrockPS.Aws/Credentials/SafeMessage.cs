using BedrockPS.Http;

namespace BedrockPS.Aws.Credentials;

/// <summary>What somebody else's words say, as far as they may be shown.</summary>
internal static class SafeMessage
{
    private const int MaxLength = 400;

    /// <summary>The exception's own message: those further in quote what a credential process printed.</summary>
    public static string Of(Exception exception) => OneLine(exception.Message);

    /// <summary>A message without secrets and line breaks, and cut where it is too long to read.</summary>
    public static string OneLine(string message)
    {
        string plain = QuotedToken.Redact(UserInfo.Redact(message));
        string line = string.Join(' ', plain.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length > MaxLength ? line[..MaxLength] + "..." : line;
    }
}
