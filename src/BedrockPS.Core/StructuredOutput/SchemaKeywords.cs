using System.Collections.Specialized;

namespace BedrockPS.StructuredOutput;

/// <summary>Adds to a schema what is known of a member beside its type.</summary>
internal static class SchemaKeywords
{
    private static readonly string[] OfText = ["minLength", "maxLength", "pattern", "format"];
    private static readonly string[] OfNumber = ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"];

    /// <summary>The schema, or null.</summary>
    public static OrderedDictionary OrNull(OrderedDictionary schema)
    {
        if (schema["type"] is not string type || type is "object" or "array")
        {
            bool takesNull = schema.Count == 0 || schema.Contains("anyOf") || schema["type"] is object?[];
            OrderedDictionary nothing = new() { ["type"] = "null" };
            return takesNull ? schema : new OrderedDictionary { ["anyOf"] = new object?[] { schema, nothing } };
        }

        schema["type"] = new object?[] { type, "null" };
        if (schema["enum"] is object?[] values)
        {
            schema["enum"] = (object?[])[.. values, null];
        }

        return schema;
    }

    /// <summary>Adds values and limits; those of a list hold for its items.</summary>
    public static void Apply(OrderedDictionary schema, MemberFacts facts)
    {
        if (schema["type"] is "array" && schema["items"] is OrderedDictionary items)
        {
            Add(schema, facts.ListLimits, ["minItems", "maxItems"]);
            Apply(items, facts);
            return;
        }

        object? type = schema["type"] is object?[] types ? types[0] : schema["type"];
        if (facts.Values is not null && type is "string" or "integer" or "number")
        {
            object?[] given = [.. facts.Values.Select(value => type is "string" ? value?.ToString() : value)];
            schema["enum"] = schema["type"] is object?[] ? (object?[])[.. given, null] : given;
        }

        Add(schema, facts.Limits, type is "string" ? OfText : type is "integer" or "number" ? OfNumber : []);
    }

    public static void Describe(OrderedDictionary schema, string? description)
    {
        if (!string.IsNullOrWhiteSpace(description))
        {
            schema["description"] = schema["description"] is string more ? $"{description} {more}" : description;
        }
    }

    private static void Add(OrderedDictionary schema, Dictionary<string, object?> limits, string[] keywords)
    {
        foreach (string keyword in keywords.Where(limits.ContainsKey))
        {
            schema[keyword] = limits[keyword];
        }
    }
}
