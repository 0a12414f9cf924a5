using System.Collections.Specialized;

namespace BedrockPS.StructuredOutput;

/// <summary>The types that have a name in the short form of a schema.</summary>
public static class ShortTypes
{
    private static readonly Dictionary<string, (string Type, string? Format)> Types = new(
        StringComparer.OrdinalIgnoreCase)
    {
        ["string"] = ("string", null),
        ["int"] = ("integer", null),
        ["number"] = ("number", null),
        ["bool"] = ("boolean", null),
        ["date"] = ("string", "date"),
        ["datetime"] = ("string", "date-time"),
        ["timespan"] = ("string", "duration"),
        ["guid"] = ("string", "uuid"),
        ["uri"] = ("string", "uri"),
        ["email"] = ("string", "email"),
        ["ip"] = ("string", "ipv4"),
        ["any"] = ("", null),
    };

    // What people write who come from C#, from JSON Schema or from another language.
    private static readonly Dictionary<string, string> Synonyms = new(StringComparer.OrdinalIgnoreCase)
    {
        ["str"] = "string", ["text"] = "string",
        ["int32"] = "int", ["int64"] = "int", ["long"] = "int", ["integer"] = "int",
        ["double"] = "number", ["float"] = "number", ["decimal"] = "number", ["num"] = "number",
        ["boolean"] = "bool", ["switch"] = "bool",
        ["datetimeoffset"] = "datetime", ["duration"] = "timespan",
        ["uuid"] = "guid", ["url"] = "uri", ["ipaddress"] = "ip", ["object"] = "any",
    };

    /// <summary>The names, for a message.</summary>
    public static string Names => string.Join(", ", Types.Keys);

    internal static OrderedDictionary Text() => new() { ["type"] = "string" };

    internal static OrderedDictionary OneOf(string[] values) => new()
    {
        ["type"] = "string",
        ["enum"] = values.Distinct(StringComparer.Ordinal).Cast<object?>().ToArray(),
    };

    /// <summary>The schema of a type; null where none has the name.</summary>
    internal static OrderedDictionary? Find(string name)
    {
        if (!Types.TryGetValue(Synonyms.GetValueOrDefault(name, name), out (string Type, string? Format) found))
        {
            return null;
        }

        OrderedDictionary schema = found.Type.Length == 0 ? [] : new() { ["type"] = found.Type };
        if (found.Format is not null)
        {
            schema["format"] = found.Format;
        }

        return schema;
    }
}
