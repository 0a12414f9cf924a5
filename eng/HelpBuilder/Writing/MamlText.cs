using System.Xml.Linq;
using static BedrockPS.HelpBuilder.Writing.MamlNames;

namespace BedrockPS.HelpBuilder.Writing;

/// <summary>The pieces that every part of MAML is made of.</summary>
internal static class MamlText
{
    public static XElement Description(IEnumerable<string> paragraphs) =>
        new(Maml + "description", Paragraphs(paragraphs));

    public static IEnumerable<XElement> Paragraphs(IEnumerable<string> paragraphs) =>
        paragraphs.Select(p => new XElement(Maml + "para", p));

    public static XElement Type(string name) =>
        new(Dev + "type", new XElement(Maml + "name", name), new XElement(Maml + "uri"));
}
