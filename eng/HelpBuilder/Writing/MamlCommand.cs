using System.Xml.Linq;
using BedrockPS.HelpBuilder.Model;
using static BedrockPS.HelpBuilder.Writing.MamlNames;

namespace BedrockPS.HelpBuilder.Writing;

/// <summary>One <c>command:command</c>.</summary>
internal static class MamlCommand
{
    private const int RuleWidth = 72;

    public static XElement Build(CommandHelp command) => new(
        Command + "command",
        Details(command),
        MamlText.Description(command.Description),
        new XElement(Command + "syntax", command.Syntax.Select(s => SyntaxItem(command, s))),
        new XElement(Command + "parameters", command.Parameters.Select(MamlParameter.Build)),
        new XElement(Command + "inputTypes", command.Inputs.Select(t => Typed("inputType", t))),
        new XElement(Command + "returnValues", command.Outputs.Select(t => Typed("returnValue", t))),
        Notes(command.Notes),
        new XElement(Command + "examples", command.Examples.Select(Example)),
        new XElement(Command + "relatedLinks", command.Links.Select(Link)));

    private static XElement Details(CommandHelp command) => new(
        Command + "details",
        new XElement(Command + "name", command.Name),
        new XElement(Command + "verb", command.Verb),
        new XElement(Command + "noun", command.Noun),
        MamlText.Description([command.Synopsis ?? ""]));

    private static XElement SyntaxItem(CommandHelp command, SyntaxHelp syntax) => new(
        Command + "syntaxItem",
        new XElement(Maml + "name", command.Name),
        syntax.Parameters.Select(MamlParameter.BuildInSyntax));

    private static XElement Typed(string kind, TypeHelp type) =>
        new(Command + kind, MamlText.Type(type.Name), MamlText.Description(type.Description));

    // The viewer writes the heading wherever this element is, notes or not.
    private static XElement? Notes(IReadOnlyList<string> notes) => notes.Count == 0 ? null : new XElement(
        Maml + "alertSet", new XElement(Maml + "alert", MamlText.Paragraphs(notes)));

    private static XElement Example(ExampleHelp example, int index) => new(
        Command + "example",
        new XElement(Maml + "title", Title(example.Title, index)),
        new XElement(Dev + "code", example.Code),
        // The empty paragraph is the blank line before the next example.
        new XElement(Dev + "remarks", MamlText.Paragraphs(example.Remarks.Append(""))));

    private static string Title(string? title, int index)
    {
        string text = $"Example {index + 1}" + (title is null ? "" : $": {title}");
        string rule = new('-', Math.Max(3, (RuleWidth - text.Length) / 2));
        return $"{rule} {text} {rule}";
    }

    private static XElement Link(LinkHelp link) => new(
        Maml + "navigationLink",
        new XElement(Maml + "linkText", link.Text),
        new XElement(Maml + "uri", link.Address));
}
