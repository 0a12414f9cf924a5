using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace BedrockPS.Markup;

/// <summary>Leaves only links that a reader has to follow himself, to places that a browser opens.</summary>
internal static class HarmlessLinks
{
    private static readonly string[] Schemes = ["http", "https", "mailto"];

    public static void Apply(MarkdownDocument document)
    {
        foreach (LinkInline link in document.Descendants<LinkInline>().ToArray())
        {
            // A picture from elsewhere would tell its server that the page was opened, and what else the model put
            // into the address: it becomes a link, or a text where it is within one.
            bool isWithinLink = link.IsImage && link.FindParentOfType<LinkInline>().Any();
            link.IsImage = false;
            if (isWithinLink || !IsHarmless(link.GetDynamicUrl?.Invoke() ?? link.Url))
            {
                link.ReplaceBy(new ContainerInline());
            }
        }

        foreach (AutolinkInline link in document.Descendants<AutolinkInline>().ToArray())
        {
            if (!link.IsEmail && !IsHarmless(link.Url))
            {
                link.ReplaceBy(new LiteralInline(link.Url));
            }
        }
    }

    private static bool IsHarmless(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out Uri? address) && Schemes.Contains(address.Scheme);
}
