using System.Reflection;
using System.Xml.Linq;
using BedrockPS.HelpBuilder.Documentation;
using BedrockPS.HelpBuilder.Model;

namespace BedrockPS.HelpBuilder.Metadata;

/// <summary>Reads [OutputType], and what the comment on each type says.</summary>
internal sealed class OutputReader(DocFiles docs, DocText text)
{
    public IReadOnlyList<TypeHelp> Read(Type cmdlet, int countOfSets)
    {
        IEnumerable<TypeHelp> outputs =
            from attribute in cmdlet.Automation("OutputType")
            from argument in attribute.Arguments()
            where argument.Value is not Type { FullName: "System.Void" }
            group Sets(attribute) by argument.Value into same
            select new TypeHelp(Name(same.Key!), [.. Description(same.Key!, [.. same], countOfSets)]);
        TypeHelp[] found = [.. outputs];
        return found.Length > 0 ? found : [new TypeHelp("None", ["This cmdlet writes nothing."])];
    }

    private static string Name(object type) => type is Type known ? TypeNames.Full(known) : (string)type;

    private IEnumerable<string> Description(object type, string[][] sets, int countOfSets)
    {
        XElement member = type is Type known ? docs.Of(TypeNames.Element(known)) : docs.Find($"T:{type}");
        if (text.Line(member.Element("summary")) is { } summary)
        {
            yield return summary;
        }

        string[] named = [.. sets.SelectMany(s => s).Distinct()];
        bool always = sets.Any(s => s.Length == 0) || named.Length == countOfSets;
        if (!always)
        {
            yield return $"In parameter set {string.Join(", ", named)}.";
        }
    }

    private static string[] Sets(CustomAttributeData attribute) =>
        attribute.Setting("ParameterSetName") is { } names
            ? [.. names.Flatten().Select(n => n.Value).OfType<string>().Where(n => n != ParameterPlace.AllSets)]
            : [];
}
