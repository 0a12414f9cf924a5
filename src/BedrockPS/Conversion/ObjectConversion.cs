using System.Collections;
using System.Collections.Specialized;
using System.Management.Automation;
using BedrockPS.StructuredOutput;

namespace BedrockPS.Conversion;

/// <summary>
/// Makes objects for scripts of an answer's plain values, with the dates and ids that its schema names.
/// </summary>
/// <param name="root">The schema of the whole.</param>
internal sealed class ObjectConversion(IDictionary root)
{
    private static readonly Dictionary<string, Type> Formats = new(StringComparer.Ordinal)
    {
        ["date-time"] = typeof(DateTime),
        ["date"] = typeof(DateTime),
        ["duration"] = typeof(TimeSpan),
        ["uuid"] = typeof(Guid),
        ["uri"] = typeof(Uri),
    };

    /// <summary>The value by the schema of the whole.</summary>
    /// <exception cref="FormatException">A text is not of its format; the message says where.</exception>
    public object? ToObject(object? value, string path = "$") => Convert(value, root, path);

    /// <summary>The value without a schema: objects and lists of them, all the way down.</summary>
    public static object? ToObject(object? value) => new ObjectConversion(new OrderedDictionary()).ToObject(value, "$");

    private object? Convert(object? value, object? schema, string path)
    {
        IDictionary? known = SchemaPaths.SchemaOf(root, schema);
        return value switch
        {
            IDictionary members => ToObject(members, known, path),
            object?[] items => items
                .Select((item, i) => Convert(item, known?["items"], $"{path}[{i}]")).ToArray(),
            string text when known?["format"] is string format && Formats.TryGetValue(format, out Type? type) =>
                ScalarConversion.To(text, type, path),
            _ => value,
        };
    }

    private object ToObject(IDictionary members, IDictionary? schema, string path)
    {
        IDictionary? properties = schema?["properties"] as IDictionary;
        OrderedDictionary converted = new(StringComparer.Ordinal);
        foreach (DictionaryEntry member in members)
        {
            object? own = properties?[member.Key] ?? schema?["additionalProperties"];
            converted[member.Key] = Convert(member.Value, own, $"{path}.{member.Key}");
        }

        return ToObject(converted);
    }

    // An object of the engine cannot hold names that differ by case alone, nor one without a letter.
    private static object ToObject(OrderedDictionary members)
    {
        HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);
        if (!members.Keys.Cast<string>().All(name => name.Length > 0 && names.Add(name)))
        {
            return members;
        }

        PSObject made = new();
        foreach (DictionaryEntry member in members)
        {
            made.Properties.Add(new PSNoteProperty((string)member.Key, member.Value));
        }

        return made;
    }
}
