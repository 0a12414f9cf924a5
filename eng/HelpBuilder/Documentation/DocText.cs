using System.Xml.Linq;

namespace BedrockPS.HelpBuilder.Documentation;

/// <summary>Doc comments as plain text.</summary>
internal sealed class DocText(CrefNames names)
{
    /// <summary>The paragraphs of an element; none if there is no element or no text in it.</summary>
    public IReadOnlyList<string> Paragraphs(XElement? element) => Paragraphs(element?.Nodes() ?? []);

    public IReadOnlyList<string> Paragraphs(IEnumerable<XNode> nodes)
    {
        DocTextWriter writer = new(names);
        writer.Write(nodes);
        return writer.Finish();
    }

    /// <summary>All of it on one line; null if there is none.</summary>
    public string? Line(XElement? element) => Line(element?.Nodes() ?? []);

    public string? Line(IEnumerable<XNode> nodes) =>
        Paragraphs(nodes) is { Count: > 0 } some ? string.Join(' ', some).Replace('\n', ' ') : null;

    /// <summary>Code without the indentation that the comment gave it.</summary>
    public static string Code(string text)
    {
        string[] lines = text.ReplaceLineEndings("\n").Split('\n');

        // A first line that stands beside the tag has no margin of its own; the others' says nothing of it.
        string first = lines[0].Trim();
        string[] rest = [.. lines.Skip(1).Select(l => l.TrimEnd()).SkipWhile(l => l == "" && first == "")];
        int margin = rest.Where(l => l != "").Select(Indent).DefaultIfEmpty().Min();
        IEnumerable<string> written = rest.Select(l => l == "" ? l : l[margin..]);
        return string.Join('\n', first == "" ? written : written.Prepend(first)).TrimEnd();
    }

    private static int Indent(string line) => line.Length - line.TrimStart().Length;
}
