using System.Text;

namespace BedrockPS.Conversations;

/// <summary>A conversation as Markdown: what was said as it was written, tool calls folded, media beside it.</summary>
internal sealed class MarkdownPage(Conversation conversation, string path)
{
    private readonly StringBuilder _page = new();
    private readonly MediaFolder _media = new(path);

    public override string ToString()
    {
        _page.Clear();
        Add($"# {PageText.Title(conversation)}");
        Add(PageText.Facts(conversation));
        AddFolded("System prompt", conversation.System, "text");
        AddFolded("Summary of earlier turns", conversation.Summary, "text");
        foreach (Message turn in conversation.Messages)
        {
            Add($"## {PageText.Speaker(turn)}");
            turn.Content.ForEach(AddBlock);
        }

        Add("---");
        Add(string.Join(" · ", PageText.Usage(conversation).Select(fact => $"{fact.Name}: {fact.Value}")));
        return _page.ToString().TrimEnd() + "\n";
    }

    private void AddBlock(ContentBlock block)
    {
        switch (block)
        {
            case TextBlock or CitationsBlock:
                Add($"{block}");
                AddFolded("Sources", PageText.Sources(block), "text");
                break;
            case ReasoningBlock thought:
                AddFolded("Reasoning", thought.Text ?? "(redacted by the provider)", "text");
                break;
            case ToolUseBlock call:
                AddFolded($"Tool call: {call.Name}", PageText.Pretty(call.Input), "json");
                break;
            case ToolResultBlock result:
                AddFolded($"Tool result{PageText.FailureOf(result)}", PageText.Pretty(result), "text");
                break;
            case ImageBlock { Source.Bytes: { } bytes } image:
                Add($"![{image}]({Link(bytes, image.Format)})");
                break;
            case DocumentBlock { Source.Bytes: { } bytes } document:
                Add($"[{document.Name} ({document.Format} document)]({Link(bytes, document.Format)})");
                break;
            case DocumentBlock or ImageBlock or VideoBlock or AudioBlock:
                Add($"*{block}*");
                break;
            case CachePointBlock:
                break;
            default:
                AddFolded(block.Kind, PageText.Pretty(block), "json");
                break;
        }
    }

    // What ended within a code block would take the rest of the page with it.
    private void Add(string text) => _page.Append(Closed(text.TrimEnd())).Append("\n\n");

    private void AddFolded(string summary, string? text, string language)
    {
        if (text is not null)
        {
            string fence = new('`', Math.Max(3, LongestRun(text) + 1));
            string title = $"<details><summary>{Html.Encode(summary)}</summary>";
            Add($"{title}\n\n{fence}{language}\n{text}\n{fence}\n\n</details>");
        }
    }

    private string Link(byte[] bytes, string? format)
    {
        string folder = Path.GetFileName(_media.Path).Replace("%", "%25", StringComparison.Ordinal);
        return $"<{folder}/{_media.Save(bytes, format)}>";
    }

    private static int LongestRun(string text)
    {
        int longest = 0;
        int run = 0;
        foreach (char c in text)
        {
            run = c == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }

    private static string Closed(string text)
    {
        string? open = null;
        foreach (string line in text.Split('\n').Select(line => line.Trim()))
        {
            string fence = string.Concat(line.TakeWhile(c => c == (line.StartsWith('~') ? '~' : '`')));
            if (open is null)
            {
                open = fence.Length >= 3 ? fence : null;
            }
            else if (fence.StartsWith(open, StringComparison.Ordinal) && fence.Length == line.Length)
            {
                open = null;
            }
        }

        return open is null ? text : $"{text}\n{open}";
    }
}
