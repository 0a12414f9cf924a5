using System.Text.Json;

namespace BedrockPS.Local.Operations;

/// <summary>Finds the words in messages, in Converse's shape as in that of the chat families.</summary>
internal static class MessageText
{
    /// <summary>The text of the last user message; of tool results where it has no other.</summary>
    public static string LastUser(JsonElement messages)
    {
        JsonElement last = messages.Items().LastOrDefault(message => message.At("role").Text() is "user" or "tool");
        return Of(last.At("content"));
    }

    /// <summary>The text of content that is a string or a list of blocks.</summary>
    public static string Of(JsonElement content)
    {
        if (content.Text() is string text)
        {
            return text;
        }

        JsonElement[] blocks = [.. content.Items()];
        string[] texts = [.. blocks.Select(BlockText).OfType<string>()];
        return string.Join('\n', texts.Length > 0 ? texts : blocks.SelectMany(ToolResultTexts));
    }

    private static string? BlockText(JsonElement block) =>
        block.Text() ?? block.At("text").Text() ?? block.At("guardContent", "text", "text").Text();

    private static IEnumerable<string> ToolResultTexts(JsonElement block)
    {
        JsonElement content = block.At("toolResult", "content");
        content = content.IsPresent() ? content : block.At("content");
        return content.Text() is string text
            ? [text]
            : content.Items().Select(item => BlockText(item) ?? item.GetRawText());
    }
}
