using System.Xml.Linq;
using BedrockPS.HelpBuilder.Model;

namespace BedrockPS.HelpBuilder.Documentation;

/// <summary>Reads <c>seealso</c> elements.</summary>
internal sealed class LinkReader(DocText text, CrefNames names)
{
    /// <summary>The related links; the page that <c>Get-Help -Online</c> opens stands first.</summary>
    public IReadOnlyList<LinkHelp> Read(XElement member, string? helpUri)
    {
        LinkHelp[] online = helpUri is { Length: > 0 } ? [new LinkHelp("Online version:", helpUri)] : [];
        return [.. online, .. member.Elements("seealso").Select(ReadOne).Distinct()];
    }

    private LinkHelp ReadOne(XElement link)
    {
        string? label = text.Line(link);
        return (string?)link.Attribute("href") is { } address
            ? new LinkHelp(label is null ? "" : label + ":", address)
            : new LinkHelp(label ?? names.Of((string?)link.Attribute("cref") ?? ""));
    }
}
