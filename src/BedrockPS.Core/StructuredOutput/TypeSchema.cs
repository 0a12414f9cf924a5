using System.Collections.Specialized;
using BedrockPS.Http;

namespace BedrockPS.StructuredOutput;

/// <summary>Makes a JSON Schema of a .NET type.</summary>
public sealed class TypeSchema
{
    // A type with so many members in all would fill the context of a model with its schema.
    private const int MaxMembers = 2000;

    private readonly AnswerTypes _types;
    private readonly List<Type> _open = [];
    private readonly HashSet<Type> _recursive = [];
    private readonly OrderedDictionary _definitions = [];
    private readonly Dictionary<Type, string> _names = [];
    private int _count;

    private TypeSchema(AnswerTypes types) => _types = types;

    /// <summary>The schema of a type: its members with their types, limits and descriptions.</summary>
    /// <param name="type">The type.</param>
    /// <param name="types">How types are taken apart.</param>
    /// <exception cref="BedrockException">
    /// <c>InvalidRequest</c>: no JSON could be an instance of it; the message names the member.
    /// </exception>
    public static OrderedDictionary Of(Type type, AnswerTypes types)
    {
        ArgumentNullException.ThrowIfNull(type);
        ArgumentNullException.ThrowIfNull(types);
        TypeSchema maker = new(types);
        OrderedDictionary schema = maker.OfType(type, type.Name);
        if (maker._definitions.Count > 0)
        {
            schema["$defs"] = maker._definitions;
        }

        return schema;
    }

    private OrderedDictionary OfType(Type type, string path) =>
        Nullable.GetUnderlyingType(type) is { } inner ? SchemaKeywords.OrNull(OfType(inner, path))
        : ScalarSchema.Of(type) is { } scalar ? scalar
        : AnswerTypes.ItemOf(type) is { } item ? new() { ["type"] = "array", ["items"] = OfType(item, path) }
        : AnswerTypes.ValueOf(type) is { } value ? OfDictionary(value, path)
        : AnswerTypes.IsTextual(type) ? new() { ["type"] = "string" }
        : OfObject(type, path);

    private OrderedDictionary OfDictionary(Type value, string path) => new()
    {
        ["type"] = "object",
        ["additionalProperties"] = value == typeof(object) ? true : OfType(value, path),
    };

    private OrderedDictionary OfObject(Type type, string path)
    {
        if (_open.Contains(type))
        {
            _recursive.Add(type);
            return new() { ["$ref"] = type == _open[0] ? "#" : $"#/$defs/{NameOf(type)}" };
        }

        _open.Add(type);
        OrderedDictionary schema = OfMembers(type, path);
        _open.Remove(type);
        if (_open.Count == 0 || !_recursive.Contains(type))
        {
            return schema;
        }

        _definitions[NameOf(type)] = schema;
        return new() { ["$ref"] = $"#/$defs/{NameOf(type)}" };
    }

    private OrderedDictionary OfMembers(Type type, string path)
    {
        IReadOnlyList<AnswerMember> members = AnswerTypes.CanBeMade(type) ? _types.MembersOf(type) : [];
        if (members.Count == 0 || (_count += members.Count) > MaxMembers)
        {
            throw Impossible(type, path, members.Count);
        }

        OrderedDictionary properties = new(StringComparer.Ordinal);
        foreach (AnswerMember member in members)
        {
            properties[member.Name] = OfMember(member, $"{path}.{member.Name}");
        }

        OrderedDictionary schema = new()
        {
            ["type"] = "object",
            ["properties"] = properties,
            ["required"] = members.Where(member => !member.IsNullable).Select(member => (object?)member.Name).ToArray(),
            ["additionalProperties"] = false,
        };
        SchemaKeywords.Describe(schema, AttributeFacts.DescriptionOf(type));
        return schema;
    }

    private OrderedDictionary OfMember(AnswerMember member, string path)
    {
        OrderedDictionary schema = OfType(member.Property.PropertyType, path);
        SchemaKeywords.Apply(schema, member.Facts);
        schema = member.IsNullable ? SchemaKeywords.OrNull(schema) : schema;
        SchemaKeywords.Describe(schema, member.Facts.Description);
        return schema;
    }

    // Two types of one name may meet, of two namespaces.
    private string NameOf(Type type)
    {
        if (!_names.TryGetValue(type, out string? name))
        {
            string own = type.Name.Split('`')[0];
            name = _names.ContainsValue(own) ? $"{own}{_names.Count}" : own;
            _names.Add(type, name);
        }

        return name;
    }

    private static BedrockException Impossible(Type type, string path, int members) => new(
        ClientErrorCode.InvalidRequest,
        members == 0
            ? $"{path}: a {type} cannot be answered: it has no property that can be set, or no constructor without "
                + "parameters. Give -OutputType a class that has both, or describe the answer with -Schema."
            : $"{path}: the type has more than {MaxMembers} members in all. Give -OutputType a smaller one.");
}
