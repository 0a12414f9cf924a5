using System.Xml.Linq;
using BedrockPS.HelpBuilder.Documentation;
using BedrockPS.HelpBuilder.Model;

namespace BedrockPS.HelpBuilder.Metadata;

/// <summary>Puts together what the help of one cmdlet says.</summary>
internal sealed class CommandReader(DocFiles docs, CrefNames names)
{
    private readonly DocText _text = new(names);

    public CommandHelp Read(CmdletClass cmdlet)
    {
        XElement member = docs.Of(cmdlet.Type);
        string? synopsis = _text.Line(member.Element("summary"));
        ParameterHelp[] parameters = [.. Parameters(cmdlet)];
        IReadOnlyList<SyntaxHelp> syntax = ParameterSets.Of(cmdlet.DefaultSet, parameters);
        return new CommandHelp
        {
            Verb = cmdlet.Verb,
            Noun = cmdlet.Noun,
            Source = DocIds.Of(cmdlet.Type)[2..],
            Synopsis = synopsis,
            Description = Description(member, synopsis),
            Syntax = syntax,
            Parameters = [.. parameters.OrderBy(p => p.Name, StringComparer.OrdinalIgnoreCase)],
            Inputs = PipelineInputs.Of(parameters),
            Outputs = new OutputReader(docs, _text).Read(cmdlet.Type, syntax.Count),
            Notes = [.. member.Descendants("note").SelectMany(_text.Paragraphs)],
            Examples = new ExampleReader(_text).Read(member),
            Links = new LinkReader(_text, names).Read(member, cmdlet.HelpUri),
        };
    }

    private IReadOnlyList<string> Description(XElement member, string? synopsis) =>
        _text.Paragraphs(member.Element("remarks")) is { Count: > 0 } remarks ? remarks
            : synopsis is null ? [] : [synopsis];

    private IEnumerable<ParameterHelp> Parameters(CmdletClass cmdlet)
    {
        ParameterReader reader = new(docs, _text);
        IEnumerable<ParameterHelp> own = cmdlet.Properties.Select(reader.Read);
        return cmdlet.AsksToProceed ? own.Concat(ShouldProcessParameters.All) : own;
    }
}
