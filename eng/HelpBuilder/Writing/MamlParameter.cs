using System.Globalization;
using System.Xml.Linq;
using BedrockPS.HelpBuilder.Model;
using static BedrockPS.HelpBuilder.Writing.MamlNames;

namespace BedrockPS.HelpBuilder.Writing;

/// <summary>One <c>command:parameter</c>.</summary>
internal static class MamlParameter
{
    /// <summary>As it stands below PARAMETERS.</summary>
    public static XElement Build(ParameterHelp parameter) => Build(parameter, null);

    /// <summary>As it stands in a syntax line, where a closed list of words stands for the type.</summary>
    public static XElement BuildInSyntax(ParameterHelp parameter) =>
        Build(parameter, parameter.Values.Count == 0 ? null : new XElement(
            Command + "parameterValueGroup", parameter.Values.Select(v => Value(v, required: false))));

    private static XElement Build(ParameterHelp parameter, XElement? words) => new(
        Command + "parameter",
        new XAttribute("required", Word(parameter.Places.All(p => p.Mandatory))),
        new XAttribute("variableLength", Word(parameter.TypeName.EndsWith(']'))),
        new XAttribute("globbing", Word(parameter.Wildcards)),
        new XAttribute("pipelineInput", PipelineInput(parameter.Places)),
        new XAttribute("position", Position(parameter.Places)),
        new XAttribute("aliases", parameter.Aliases.Count == 0 ? "none" : string.Join(", ", parameter.Aliases)),
        new XElement(Maml + "name", parameter.Name),
        MamlText.Description(parameter.Description),
        words,
        // A switch takes no value, and the viewer shows one wherever this element is.
        parameter.IsSwitch ? null : Value(parameter.TypeName, required: true),
        MamlText.Type(parameter.TypeName),
        new XElement(Dev + "defaultValue", parameter.DefaultValue));

    private static XElement Value(string text, bool required) => new(
        Command + "parameterValue",
        new XAttribute("required", Word(required)),
        new XAttribute("variableLength", Word(false)),
        text);

    private static string Position(IReadOnlyList<ParameterPlace> places) =>
        places[0].Position?.ToString(CultureInfo.InvariantCulture) ?? "named";

    private static string PipelineInput(IReadOnlyList<ParameterPlace> places) =>
        (places.Any(p => p.ByPropertyName), places.Any(p => p.ByValue)) switch
        {
            (true, true) => "True (ByPropertyName, ByValue)",
            (true, false) => "True (ByPropertyName)",
            (false, true) => "True (ByValue)",
            _ => "False",
        };

    private static string Word(bool value) => value ? "true" : "false";
}
