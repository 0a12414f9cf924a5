using System.Globalization;

namespace BedrockPS.Chat;

/// <summary>Counts, as a chat says them.</summary>
internal static class ChatText
{
    public static string Count(long tokens) => tokens.ToString("N0", CultureInfo.InvariantCulture);

    public static string Questions(int count) => count == 1 ? "1 question" : $"{count} questions";
}
