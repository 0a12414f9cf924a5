namespace BedrockPS.Chat;

/// <summary>What was written at the prompt of a chat: a message to the model, or a command to the chat.</summary>
/// <param name="Command">The command's name, without its slash; null for a message.</param>
/// <param name="Text">The message, or what stands behind the command.</param>
public sealed record ChatLine(string? Command, string Text)
{
    private const string Slash = "/";
    private const string Escaped = "//";

    /// <summary>Whether nothing was written.</summary>
    public bool IsEmpty => Command is null && Text.Length == 0;

    /// <summary>Reads what was written; two slashes at the start of a line are one of the message.</summary>
    /// <remarks>What was pasted may begin with slashes too: of several lines, only a word makes a command.</remarks>
    public static ChatLine Read(string written)
    {
        string text = written.Trim();
        bool isOneLine = !text.Contains('\n');
        if (text.StartsWith(Escaped, StringComparison.Ordinal))
        {
            return new ChatLine(null, isOneLine ? text[1..] : text);
        }

        ChatLine? command = text.StartsWith(Slash, StringComparison.Ordinal) ? ReadCommand(text) : null;
        bool isCommand = command?.Command is { } name && (isOneLine || (name.Length > 0 && name.All(char.IsLetter)));
        return isCommand ? command! : new ChatLine(null, Continuation.Unwrap(text));
    }

    private static ChatLine ReadCommand(string text)
    {
        int end = text.AsSpan().IndexOfAny(" \t\n");
        return end < 0
            ? new ChatLine(text[1..], string.Empty)
            : new ChatLine(text[1..end], text[end..].Trim());
    }
}
