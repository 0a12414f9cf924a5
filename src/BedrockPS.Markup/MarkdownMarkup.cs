using System.Net;
using BedrockPS.Conversations;
using Markdig;
using Markdig.Syntax;

namespace BedrockPS.Markup;

/// <summary>Markdown as HTML that can do nothing but be read.</summary>
public sealed class MarkdownMarkup : IMarkup
{
    // No extension that lets a text set attributes, and no HTML of its own: a model may write what a web page told it.
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .DisableHtml()
        .UsePipeTables()
        .UseTaskLists()
        .UseAutoLinks()
        .UseEmphasisExtras()
        .Build();

    /// <inheritdoc/>
    public string ToHtml(string markdown)
    {
        try
        {
            MarkdownDocument document = Markdown.Parse(markdown, Pipeline);
            HarmlessLinks.Apply(document);
            return document.ToHtml(Pipeline);
        }
        catch (ArgumentException)
        {
            // Nested deeper than anybody would read.
            return $"<pre>{WebUtility.HtmlEncode(markdown)}</pre>";
        }
    }
}
