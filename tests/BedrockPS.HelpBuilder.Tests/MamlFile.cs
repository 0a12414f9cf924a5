using System.Xml.Linq;

namespace BedrockPS.HelpBuilder.Tests;

/// <summary>Help as the viewer looks at it: by local names.</summary>
internal sealed class MamlFile(XDocument document)
{
    public XElement Root => document.Root!;

    public IEnumerable<string> Names => Root.Elements().Select(c => Text(c, "details", "name"));

    public XElement Command(string name) => Root.Elements().Single(c => Text(c, "details", "name") == name);

    public XElement Parameter(string command, string name) =>
        All(Command(command), "parameters", "parameter").Single(p => Text(p, "name") == name);

    /// <summary>A syntax line as the viewer writes it.</summary>
    public string Syntax(string command, int index) =>
        string.Join(' ', All(Command(command), "syntax", "syntaxItem").ElementAt(index).Elements()
            .Where(e => e.Name.LocalName == "parameter").Select(Word));

    public static IEnumerable<XElement> All(XElement element, params string[] path) =>
        path.Aggregate((IEnumerable<XElement>)[element], (found, name) =>
            found.Elements().Where(e => e.Name.LocalName == name));

    public static string Text(XElement element, params string[] path) =>
        string.Join('|', All(element, path).Select(e => e.Value));

    private static string Word(XElement parameter)
    {
        string words = string.Join(',', All(parameter, "parameterValueGroup", "parameterValue").Select(v => v.Value));
        string type = Text(parameter, "parameterValue");
        string value = words.Length > 0 ? $" {{{words}}}" : type.Length > 0 ? $" <{type}>" : "";
        string position = parameter.Attribute("position")!.Value;
        string name = position == "named" ? $"-{Text(parameter, "name")}" : $"[-{Text(parameter, "name")}]";
        return parameter.Attribute("required")!.Value == "true" ? name + value : $"[{name}{value}]";
    }
}
