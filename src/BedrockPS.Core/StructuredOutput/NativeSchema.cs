using System.Collections;
using System.Collections.Specialized;
using System.Text;
using BedrockPS.Json;

namespace BedrockPS.StructuredOutput;

/// <summary>Rewrites a schema into the part of JSON Schema that models are held to while they write.</summary>
/// <remarks>
/// The service refuses the rest (docs.aws.amazon.com/bedrock/latest/userguide/structured-output.html): objects must be
/// closed, and neither recursion nor limits of numbers and lengths are taken. What is left out is told to the model in
/// the descriptions, and the answer is validated against the whole schema all the same.
/// </remarks>
internal static class NativeSchema
{
    private static readonly HashSet<string> Kept = new(StringComparer.Ordinal)
    {
        "type", "properties", "required", "additionalProperties", "items", "enum", "const", "anyOf", "allOf", "$ref",
        "$defs", "definitions", "title", "description", "format", "minItems",
    };

    private static readonly HashSet<string> Told = new(StringComparer.Ordinal)
    {
        "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minLength", "maxLength", "pattern",
        "maxItems", "uniqueItems", "minItems", "format",
    };

    private static readonly HashSet<string> Formats = new(StringComparer.Ordinal)
    {
        "date-time", "time", "date", "duration", "email", "hostname", "uri", "ipv4", "ipv6", "uuid",
    };

    private static readonly string[] Inexpressible =
    [
        "not", "if", "then", "else", "patternProperties", "prefixItems", "contains", "dependentSchemas",
        "dependentRequired", "propertyNames", "unevaluatedProperties", "unevaluatedItems", "minProperties",
        "$dynamicRef",
    ];

    private static readonly string[] Telling = ["type", "enum", "const", "anyOf", "oneOf", "allOf", "$ref"];

    /// <summary>The rewritten schema; null where the answer has no form of this kind.</summary>
    public static OrderedDictionary? Of(IDictionary schema)
    {
        bool isExpressible = !SchemaReferences.IsRecursive(schema);
        OrderedDictionary native = SchemaCopy.Of(schema, (_, part) =>
        {
            isExpressible &= IsExpressible(part);
            Rewrite(part);
        });
        return isExpressible ? native : null;
    }

    private static bool IsExpressible(OrderedDictionary part)
    {
        bool isOpen = part["additionalProperties"] is IDictionary or true;
        bool isFree = part["type"] is "object" && !part.Contains("properties");
        return !isOpen && !isFree
            && Array.Exists(Telling, part.Contains)
            && !Array.Exists(Inexpressible, part.Contains);
    }

    private static void Rewrite(OrderedDictionary part)
    {
        Tell(part);
        if (part.Contains("oneOf"))
        {
            part["anyOf"] ??= part["oneOf"];
        }

        if (part["properties"] is IDictionary properties)
        {
            part["additionalProperties"] = false;
            part["required"] = RequiredOf(part, properties);
        }

        foreach (string keyword in part.Keys.Cast<string>().Where(keyword => !Kept.Contains(keyword)).ToArray())
        {
            part.Remove(keyword);
        }
    }

    // What may be null need not be left out as well: one way less to go wrong.
    private static object?[] RequiredOf(OrderedDictionary part, IDictionary properties)
    {
        object?[] required = (part["required"] as IEnumerable)?.Cast<object?>().ToArray() ?? [];
        IEnumerable<object?> nullable = properties.Cast<DictionaryEntry>()
            .Where(property => !required.Contains(property.Key) && TakesNull(property.Value))
            .Select(property => (object?)property.Key);
        return [.. required, .. nullable];
    }

    private static bool TakesNull(object? schema) => schema is IDictionary members && (
        members["type"] is "null"
        || (members["type"] is IEnumerable types and not string && types.Cast<object?>().Contains("null"))
        || (members["anyOf"] is IEnumerable options && options.Cast<object?>().Any(TakesNull)));

    private static void Tell(OrderedDictionary part)
    {
        string[] limits =
        [
            .. part.Cast<DictionaryEntry>().Where(IsTold)
                .Select(limit => $"{limit.Key}: {Encoding.UTF8.GetString(BedrockJson.WriteDocument(limit.Value))}"),
        ];
        if (limits.Length == 0)
        {
            return;
        }

        string told = $"({string.Join(", ", limits)})";
        part["description"] = part["description"] is string text ? $"{text} {told}" : told;
        foreach (string keyword in Told.Where(keyword => part.Contains(keyword) && IsTold(new(keyword, part[keyword]))))
        {
            part.Remove(keyword);
        }
    }

    private static bool IsTold(DictionaryEntry limit) => Told.Contains((string)limit.Key) && limit switch
    {
        { Key: "format", Value: string format } => !Formats.Contains(format),
        { Key: "minItems", Value: long or int } => Convert.ToInt64(limit.Value, null) > 1,
        _ => true,
    };
}
