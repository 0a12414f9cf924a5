using System.Reflection;
using System.Xml;
using System.Xml.Linq;

namespace BedrockPS.HelpBuilder.Documentation;

/// <summary>The doc comments of several assemblies, found by id or by member.</summary>
internal sealed class DocFiles
{
    private static readonly XElement Nothing = new("member");

    private readonly Dictionary<string, XElement> _members = new(StringComparer.Ordinal);

    public DocFiles(IEnumerable<string> paths)
    {
        foreach (string path in paths)
        {
            foreach (XElement member in Load(path).Descendants("member"))
            {
                _members.TryAdd((string?)member.Attribute("name") ?? "", member);
            }
        }
    }

    /// <summary>The comment on a type; an empty one if it has none.</summary>
    public XElement Of(Type type)
    {
        XElement member = Find(DocIds.Of(type));
        return member.Element("inheritdoc") is not { } link ? member
            : Cited(link) ?? (type.BaseType is { } parent ? Of(parent) : Nothing);
    }

    /// <summary>The comment on a property; an empty one if it has none.</summary>
    public XElement Of(PropertyInfo property)
    {
        XElement member = Find(DocIds.Of(property));
        return member.Element("inheritdoc") is not { } link ? member
            : Cited(link) ?? (Overridden(property) is { } parent ? Of(parent) : Nothing);
    }

    /// <summary>The comment with an id; an empty one if there is none.</summary>
    public XElement Find(string id) => _members.GetValueOrDefault(id, Nothing);

    private XElement? Cited(XElement link) => (string?)link.Attribute("cref") is { } id ? Find(id) : null;

    private static PropertyInfo? Overridden(PropertyInfo property) =>
        property.DeclaringType!.BaseType?.GetProperty(property.Name, BindingFlags.Public | BindingFlags.Instance);

    private static XDocument Load(string path)
    {
        try
        {
            return XDocument.Load(path, LoadOptions.PreserveWhitespace);
        }
        catch (XmlException e)
        {
            throw new UsageException($"'{path}' is not a documentation file: {e.Message}");
        }
    }
}
