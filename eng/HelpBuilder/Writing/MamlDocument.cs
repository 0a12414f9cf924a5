using System.Text;
using System.Xml;
using System.Xml.Linq;
using BedrockPS.HelpBuilder.Model;
using static BedrockPS.HelpBuilder.Writing.MamlNames;

namespace BedrockPS.HelpBuilder.Writing;

/// <summary>The help file as bytes, the same for the same input on every system.</summary>
internal static class MamlDocument
{
    private static readonly XmlWriterSettings Format = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        Indent = true,
        NewLineChars = "\n",
        NewLineHandling = NewLineHandling.Replace,
    };

    public static byte[] Build(IReadOnlyList<CommandHelp> commands)
    {
        XElement root = new(
            Root + "helpItems",
            new XAttribute("schema", "maml"),
            new XAttribute("xmlns", Root),
            new XAttribute(XNamespace.Xmlns + "maml", Maml),
            new XAttribute(XNamespace.Xmlns + "command", Command),
            new XAttribute(XNamespace.Xmlns + "dev", Dev),
            commands.Select(MamlCommand.Build));
        using MemoryStream stream = new();
        using (XmlWriter writer = XmlWriter.Create(stream, Format))
        {
            root.Save(writer);
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }
}
