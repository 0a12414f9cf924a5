namespace BedrockPS.Conversations;

/// <summary>Blocks of a turn as HTML.</summary>
internal sealed class HtmlBlocks(IMarkup markup)
{
    // What a browser shows as a picture, and nothing that it would run.
    private static readonly string[] Pictures = ["png", "jpeg", "gif", "webp"];

    /// <summary>A block.</summary>
    /// <param name="block">The block.</param>
    /// <param name="isModel">Whether the model wrote it: models write Markdown, users whatever they paste.</param>
    public string Write(ContentBlock block, bool isModel) => block switch
    {
        TextBlock or CitationsBlock when isModel =>
            $"<div class=\"text\" dir=\"auto\">{markup.ToHtml($"{block}")}</div>{Sources(block)}",
        TextBlock or CitationsBlock => Html.Plain($"{block}") + Sources(block),
        ReasoningBlock thought => Html.Folded(
            "reasoning", "Reasoning", Html.Plain(thought.Text ?? "(redacted by the provider)")),
        ToolUseBlock call => Html.Folded(
            "tool", $"Tool call: {call.Name}", Html.Code(PageText.Pretty(call.Input))),
        ToolResultBlock result => Html.Folded(
            "tool", $"Tool result{PageText.FailureOf(result)}", Html.Code(PageText.Pretty(result))),
        ImageBlock { Source.Bytes: { } bytes } image when Pictures.Contains(image.Format) =>
            $"<img alt=\"{Html.Encode($"{image}")}\" src=\"data:image/{image.Format};base64,"
            + $"{Convert.ToBase64String(bytes)}\">",
        DocumentBlock { Source.Text: { } text } document => Html.Folded("file", $"{document}", Html.Plain(text)),
        ImageBlock or DocumentBlock or VideoBlock or AudioBlock =>
            $"<p class=\"file\">{Html.Encode($"{block}")}</p>",
        CachePointBlock => string.Empty,
        _ => Html.Folded("other", block.Kind, Html.Code(PageText.Pretty(block))),
    };

    private static string Sources(ContentBlock block) => PageText.Sources(block) is { } sources
        ? Html.Folded("sources", "Sources", Html.Plain(sources))
        : string.Empty;
}
