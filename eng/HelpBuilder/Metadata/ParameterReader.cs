using System.Reflection;
using System.Xml.Linq;
using BedrockPS.HelpBuilder.Documentation;
using BedrockPS.HelpBuilder.Model;

namespace BedrockPS.HelpBuilder.Metadata;

/// <summary>Puts together what the help of one parameter says.</summary>
internal sealed class ParameterReader(DocFiles docs, DocText text)
{
    public ParameterHelp Read(PropertyInfo property)
    {
        XElement member = docs.Of(property);
        string? summary = text.Line(member.Element("summary"));
        ParameterPlace[] places = [.. property.Automation("Parameter").Select(Place)];
        bool isSwitch = TypeNames.IsSwitch(property.PropertyType);
        return new ParameterHelp
        {
            Name = property.Name,
            TypeName = TypeNames.Short(property.PropertyType),
            FullTypeName = TypeNames.Full(property.PropertyType),
            IsSwitch = isSwitch,
            Source = DocIds.Of(property)[2..],
            Summary = summary,
            Description = [Lead(summary, property, places), .. text.Paragraphs(member.Element("remarks"))],
            Aliases = [.. property.Automation("Alias").SelectMany(a => a.Arguments()).Select(ConstantText.Of)],
            Values = LimitText.Values(property),
            DefaultValue = Default(property) ?? (isSwitch ? "False" : "None"),
            Wildcards = property.Automation("SupportsWildcards").Any(),
            Places = places,
        };
    }

    private static string Lead(string? summary, PropertyInfo property, ParameterPlace[] places)
    {
        IEnumerable<string?> sentences = [summary, .. LimitText.Of(property), Requirement(places)];
        return string.Join(' ', sentences.Where(s => s is not null));
    }

    // Below PARAMETERS there is room for one answer only; the syntax lines show the rest.
    private static string? Requirement(ParameterPlace[] places)
    {
        string[] sets = [.. places.Where(p => p.Mandatory).Select(p => p.Set)];
        return sets.Length == 0 || sets.Length == places.Length
            ? null
            : $"Required in parameter set {string.Join(", ", sets)}.";
    }

    private static ParameterPlace Place(CustomAttributeData attribute)
    {
        int? position = attribute.Setting("Position") is { Value: int p and >= 0 } ? p : null;
        return new ParameterPlace(
            attribute.Setting<string>("ParameterSetName") ?? ParameterPlace.AllSets,
            attribute.Setting<bool>("Mandatory"),
            position,
            attribute.Setting<bool>("ValueFromPipeline"),
            attribute.Setting<bool>("ValueFromPipelineByPropertyName"));
    }

    private static string? Default(PropertyInfo property)
    {
        CustomAttributeData? attribute = property.Automation("PSDefaultValue").FirstOrDefault();
        return attribute?.Setting<string>("Help")
            ?? (attribute?.Setting("Value") is { } value ? ConstantText.Of(value) : null);
    }
}
