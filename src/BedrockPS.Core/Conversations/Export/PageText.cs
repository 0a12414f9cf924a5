using System.Globalization;
using System.Text;
using BedrockPS.Json;

namespace BedrockPS.Conversations;

/// <summary>The words that both kinds of page use.</summary>
internal static class PageText
{
    public static string Title(Conversation conversation) => conversation.Title
        ?? Shorten(conversation.Messages.Find(turn => turn.Role == MessageRole.User)?.ToString())
        ?? "Conversation";

    public static string Speaker(Message turn) => turn.Role switch
    {
        MessageRole.User when !Conversation.IsQuestion(turn) && turn.Content.Count > 0 => "Tools",
        MessageRole.User => "User",
        MessageRole.Assistant => "Assistant",
        _ => turn.Role,
    };

    public static string Facts(Conversation conversation) => string.Create(
        CultureInfo.InvariantCulture,
        $"{conversation.ModelId} · {conversation.CreatedAt:yyyy-MM-dd HH:mm} UTC · "
        + $"{conversation.Turns} {(conversation.Turns == 1 ? "question" : "questions")}");

    /// <summary>Names and values, for the foot of the page.</summary>
    public static IEnumerable<(string Name, string Value)> Usage(Conversation conversation)
    {
        TokenUsage usage = conversation.Usage;
        yield return ("Input tokens", Number(usage.InputTokens));
        yield return ("Output tokens", Number(usage.OutputTokens));
        if (usage.CacheReadInputTokens is > 0 and { } read)
        {
            yield return ("Read from the cache", Number(read));
        }

        if (usage.CacheWriteInputTokens is > 0 and { } written)
        {
            yield return ("Written to the cache", Number(written));
        }

        yield return ("Total tokens", Number(usage.TotalTokens));
        if (conversation.StopReason is { } reason)
        {
            yield return ("Last stop reason", reason);
        }
    }

    /// <summary>A free-form value as JSON with line breaks; a text as it is.</summary>
    public static string Pretty(object? value) => value is string text
        ? text
        : Pretty(BedrockJson.WriteDocument(value));

    /// <summary>What a tool answered: its texts as they are, everything else as JSON.</summary>
    public static string Pretty(ToolResultBlock result) => string.Join(
        '\n',
        result.Content.Select(part => part is System.Collections.IDictionary { Count: 1 } members
            ? members["text"] as string ?? Pretty(members["json"] ?? members)
            : Pretty(part)));

    /// <summary>A block of a kind without a view of its own.</summary>
    public static string Pretty(ContentBlock block) =>
        Pretty(BedrockMessages.Write(new Message(MessageRole.User, [block])));

    /// <summary>What a cited text quotes, one source a line; null where it quotes nothing.</summary>
    public static string? Sources(ContentBlock block)
    {
        IReadOnlyList<Citation> sources = Converse.CitationReader.Read(new Message(MessageRole.Assistant, [block]));
        return sources.Count == 0 ? null : string.Join('\n', sources);
    }

    public static string FailureOf(ToolResultBlock result) => result.Status == "error" ? " (error)" : string.Empty;

    private static string Pretty(byte[] json) =>
        ConversationFormat.Parse(json) is { } node
            ? Encoding.UTF8.GetString(ConversationFormat.Write(node, isIndented: true))
            : "null";

    private static string Number(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    private static string? Shorten(string? question)
    {
        string line = (question ?? string.Empty).ReplaceLineEndings(" ").Trim();
        return line.Length == 0 ? null : line.Length <= 80 ? line : string.Concat(line.AsSpan(0, 79).TrimEnd(), "…");
    }
}
