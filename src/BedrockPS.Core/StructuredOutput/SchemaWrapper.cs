using System.Collections;
using System.Collections.Specialized;

namespace BedrockPS.StructuredOutput;

/// <summary>Puts a schema into another, and keeps its references right.</summary>
internal static class SchemaWrapper
{
    private static readonly string[] Definitions = ["$defs", "definitions"];

    /// <summary>A list of what the schema describes.</summary>
    public static OrderedDictionary ListOf(IDictionary schema) =>
        Around(schema, "#/items", inner => new OrderedDictionary
        {
            ["type"] = "array",
            ["items"] = inner,
        });

    /// <summary>An object whose one member is what the schema describes.</summary>
    public static OrderedDictionary ObjectWith(string member, IDictionary schema) =>
        Around(schema, $"#/properties/{member}", inner => new OrderedDictionary
        {
            ["type"] = "object",
            ["properties"] = new OrderedDictionary { [member] = inner },
            ["required"] = new object?[] { member },
            ["additionalProperties"] = false,
        });

    // Definitions stay at the root, where every reader of schemas looks for them; other references follow what they
    // point at to its new place.
    private static OrderedDictionary Around(
        IDictionary schema, string place, Func<OrderedDictionary, OrderedDictionary> wrap)
    {
        OrderedDictionary inner = SchemaCopy.Of(schema, (_, part) =>
        {
            if (part["$ref"] is string reference && reference.StartsWith('#') && !IsOfDefinition(reference))
            {
                part["$ref"] = place + reference[1..];
            }
        });
        OrderedDictionary outer = wrap(inner);
        foreach (string keyword in (string[])[.. Definitions, "$schema"])
        {
            if (inner.Contains(keyword))
            {
                outer[keyword] = inner[keyword];
                inner.Remove(keyword);
            }
        }

        return outer;
    }

    private static bool IsOfDefinition(string reference) =>
        Array.Exists(Definitions, name => reference.StartsWith($"#/{name}/", StringComparison.Ordinal));
}
