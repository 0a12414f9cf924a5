using System.Xml.Linq;
using BedrockPS.HelpBuilder.Model;

namespace BedrockPS.HelpBuilder.Documentation;

/// <summary>Reads <c>example</c> elements: before the code stands the title, after it the remarks.</summary>
internal sealed class ExampleReader(DocText text)
{
    public IReadOnlyList<ExampleHelp> Read(XElement member) =>
        [.. member.Elements("example").Select(ReadOne).OfType<ExampleHelp>()];

    private ExampleHelp? ReadOne(XElement example)
    {
        IEnumerable<string> pieces = example.Elements("code").Select(c => DocText.Code(c.Value));
        string code = string.Join("\n\n", pieces.Where(p => p.Length > 0));
        if (code.Length == 0)
        {
            return null;
        }

        XElement first = example.Elements("code").First();
        IEnumerable<XNode> remarks = first.NodesAfterSelf().Where(n => n is not XElement { Name.LocalName: "code" });
        string? title = text.Line(first.NodesBeforeSelf())?.TrimEnd('.', ':');
        return new ExampleHelp(title, code, text.Paragraphs(remarks));
    }
}
