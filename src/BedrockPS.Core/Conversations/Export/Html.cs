using System.Net;

namespace BedrockPS.Conversations;

/// <summary>Pieces of HTML; whatever they are given is text, and never markup.</summary>
internal static class Html
{
    public static string Encode(string? text) => WebUtility.HtmlEncode(text ?? string.Empty);

    /// <summary>Text as it was written, line breaks and spaces included.</summary>
    public static string Plain(string? text) => $"<div class=\"plain\" dir=\"auto\">{Encode(text)}</div>";

    public static string Code(string? text) => $"<pre><code>{Encode(text)}</code></pre>";

    /// <summary>A line that opens to show the rest.</summary>
    /// <param name="kind">The class of the element, for its look.</param>
    /// <param name="summary">The line, as text.</param>
    /// <param name="content">The rest, as HTML.</param>
    public static string Folded(string kind, string summary, string content) =>
        $"<details class=\"{kind}\"><summary>{Encode(summary)}</summary>{content}</details>";
}
