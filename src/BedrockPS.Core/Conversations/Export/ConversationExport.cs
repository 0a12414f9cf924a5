using System.Text;

namespace BedrockPS.Conversations;

/// <summary>Writes conversations for people, and for later.</summary>
public static class ConversationExport
{
    /// <summary>The format that a file's name asks for; JSON lines where it says nothing.</summary>
    /// <param name="path">The path.</param>
    public static ConversationFileFormat FormatOf(string path) => Path.GetExtension(path).ToUpperInvariant() switch
    {
        ".MD" or ".MARKDOWN" => ConversationFileFormat.Markdown,
        ".HTML" or ".HTM" => ConversationFileFormat.Html,
        _ => ConversationFileFormat.Jsonl,
    };

    /// <summary>Writes a conversation as it is, whole or not at all.</summary>
    /// <param name="conversation">The conversation.</param>
    /// <param name="path">The full path.</param>
    /// <param name="format">What to write.</param>
    /// <param name="isReplacing">Whether a file that is there may be replaced.</param>
    /// <param name="markup">Makes HTML of what the model wrote; asked for where a page needs it.</param>
    /// <exception cref="BedrockException">
    /// <c>InvalidRequest</c>: the file is there. <c>ConversationFailed</c>: it cannot be written.
    /// </exception>
    public static void Write(
        Conversation conversation,
        string path,
        ConversationFileFormat format,
        bool isReplacing,
        Func<IMarkup> markup)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        ArgumentNullException.ThrowIfNull(markup);
        if (format == ConversationFileFormat.Jsonl)
        {
            ConversationFile.Write(conversation, path, isReplacing);
            return;
        }

        ExportedFile.Write(path, isReplacing, () => Encoding.UTF8.GetBytes(
            format == ConversationFileFormat.Html
                ? new HtmlPage(conversation, markup()).ToString()
                : new MarkdownPage(conversation, path).ToString()));
    }
}
