using System.Collections;
using System.Collections.Specialized;
using System.Globalization;

namespace BedrockPS.StructuredOutput;

/// <summary>
/// Copies a schema and visits each schema in it, with its JSON path; values such as those of an enum are not schemas.
/// </summary>
internal static class SchemaCopy
{
    private static readonly HashSet<string> Maps = new(StringComparer.Ordinal)
    {
        "properties", "$defs", "definitions", "patternProperties", "dependentSchemas",
    };

    private static readonly HashSet<string> Schemas = new(StringComparer.Ordinal)
    {
        "items", "prefixItems", "anyOf", "oneOf", "allOf", "additionalProperties", "additionalItems", "not", "if",
        "then", "else", "contains", "propertyNames", "unevaluatedItems", "unevaluatedProperties", "contentSchema",
    };

    /// <summary>The copy; inner schemas are visited before those around them.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="visit">Given the path of a schema and its copy, which it may change.</param>
    public static OrderedDictionary Of(IDictionary schema, Action<string, OrderedDictionary> visit) =>
        Copy(schema, "$", visit);

    private static OrderedDictionary Copy(IDictionary schema, string path, Action<string, OrderedDictionary> visit)
    {
        OrderedDictionary copy = new(StringComparer.Ordinal);
        foreach (DictionaryEntry member in schema)
        {
            string keyword = Convert.ToString(member.Key, CultureInfo.InvariantCulture)!;
            string at = $"{path}.{keyword}";
            copy[keyword] = Maps.Contains(keyword) && member.Value is IDictionary map ? CopyMap(map, at, visit)
                : Schemas.Contains(keyword) ? CopyValue(member.Value, at, visit)
                : member.Value;
        }

        visit(path, copy);
        return copy;
    }

    private static OrderedDictionary CopyMap(IDictionary map, string path, Action<string, OrderedDictionary> visit)
    {
        OrderedDictionary copy = new(StringComparer.Ordinal);
        foreach (DictionaryEntry member in map)
        {
            copy[member.Key] = CopyValue(member.Value, $"{path}.{member.Key}", visit);
        }

        return copy;
    }

    private static object? CopyValue(object? value, string path, Action<string, OrderedDictionary> visit) =>
        value switch
        {
            IDictionary schema => Copy(schema, path, visit),
            IList list => list.Cast<object?>()
                .Select((item, i) => CopyValue(item, $"{path}[{i}]", visit)).ToArray(),
            _ => value,
        };
}
