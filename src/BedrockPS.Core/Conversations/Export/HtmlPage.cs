using System.Text;

namespace BedrockPS.Conversations;

/// <summary>A conversation as a page that needs nothing else: no script, no font, no picture from elsewhere.</summary>
internal sealed class HtmlPage(Conversation conversation, IMarkup markup)
{
    // What is forbidden to the page is forbidden to whatever a model may have managed to put into it.
    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; "
        + "form-action 'none'";

    private static readonly Lazy<string> Style = new(ReadStyle);

    private readonly HtmlBlocks _blocks = new(markup);

    public override string ToString()
    {
        StringBuilder page = new();
        string title = Html.Encode(PageText.Title(conversation));
        page.Append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        page.Append($"<meta http-equiv=\"Content-Security-Policy\" content=\"{Policy}\">\n");
        page.Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        page.Append("<meta name=\"color-scheme\" content=\"light dark\">\n");
        page.Append("<meta name=\"referrer\" content=\"no-referrer\">\n");
        page.Append($"<title>{title}</title>\n<style>\n{Style.Value}</style>\n</head>\n<body>\n");
        page.Append($"<header>\n<h1 dir=\"auto\">{title}</h1>\n");
        page.Append($"<p>{Html.Encode(PageText.Facts(conversation))}</p>\n");
        AddFolded(page, "System prompt", conversation.System);
        AddFolded(page, "Summary of earlier turns", conversation.Summary);
        page.Append("</header>\n<main>\n");
        conversation.Messages.ForEach(turn => AddTurn(page, turn));
        page.Append("</main>\n");
        AddUsage(page);
        return page.Append("</body>\n</html>\n").ToString();
    }

    private static void AddFolded(StringBuilder page, string summary, string? text)
    {
        if (text is not null)
        {
            page.Append(Html.Folded("frame", summary, Html.Plain(text))).Append('\n');
        }
    }

    private void AddTurn(StringBuilder page, Message turn)
    {
        string speaker = PageText.Speaker(turn);
        bool isModel = turn.Role == MessageRole.Assistant;
        string kind = isModel ? "assistant" : speaker == "Tools" ? "tools" : "user";
        page.Append($"<section class=\"{kind}\">\n<h2>{Html.Encode(speaker)}</h2>\n");
        turn.Content.ForEach(block => page.Append(_blocks.Write(block, isModel)).Append('\n'));
        page.Append("</section>\n");
    }

    private void AddUsage(StringBuilder page)
    {
        page.Append("<footer>\n<dl>\n");
        foreach ((string name, string value) in PageText.Usage(conversation))
        {
            page.Append($"<div><dt>{Html.Encode(name)}</dt><dd>{Html.Encode(value)}</dd></div>\n");
        }

        page.Append("</dl>\n</footer>\n");
    }

    private static string ReadStyle()
    {
        using Stream file = typeof(HtmlPage).Assembly.GetManifestResourceStream("BedrockPS.conversation.css")!;
        using StreamReader reader = new(file);
        return reader.ReadToEnd();
    }
}
