using System.Collections;
using System.Collections.Specialized;
using System.Globalization;
using System.Management.Automation;
using System.Net;
using System.Net.Mail;
using System.Numerics;
using System.Text;

namespace BedrockPS.Tools;

/// <summary>The JSON Schema of a parameter, from its type and its validation attributes.</summary>
internal static class ParameterSchema
{
    private static readonly HashSet<Type> Whole =
    [
        typeof(sbyte), typeof(byte), typeof(short), typeof(ushort), typeof(int), typeof(uint), typeof(long),
        typeof(ulong), typeof(BigInteger),
    ];

    private static readonly HashSet<Type> Fractional = [typeof(float), typeof(double), typeof(decimal)];

    private static readonly Dictionary<Type, string?> Texts = new()
    {
        [typeof(string)] = null,
        [typeof(char)] = null,
        [typeof(DateTime)] = "date-time",
        [typeof(DateTimeOffset)] = "date-time",
        [typeof(DateOnly)] = "date",
        [typeof(TimeOnly)] = "time",
        [typeof(Guid)] = "uuid",
        [typeof(Uri)] = null,
        [typeof(TimeSpan)] = null,
        [typeof(Version)] = null,
        [typeof(FileInfo)] = null,
        [typeof(DirectoryInfo)] = null,
        [typeof(FileSystemInfo)] = null,
        [typeof(IPAddress)] = null,
        [typeof(MailAddress)] = null,
        [typeof(CultureInfo)] = null,
        [typeof(Encoding)] = null,
    };

    // Types of the engine that it makes of text, and that a library for several engines cannot name.
    private static readonly Dictionary<string, string> EngineTexts = new(StringComparer.Ordinal)
    {
        ["System.Management.Automation.FlagsExpression`1"] = "Flags, such as Hidden+System, or !Hidden.",
        ["Microsoft.PowerShell.Commands.PSPropertyExpression"] = "The name of a property.",
    };

    private static readonly Dictionary<Type, string> Hints = new()
    {
        [typeof(TimeSpan)] = "A time span, such as 00:05:00.",
        [typeof(Encoding)] = "An encoding, such as utf8.",
    };

    /// <summary>The schema; null where no JSON can be the value.</summary>
    public static OrderedDictionary? Of(ParameterMetadata parameter, string? description)
    {
        OrderedDictionary? schema = OfType(parameter.ParameterType);
        if (schema is null)
        {
            return null;
        }

        foreach (Attribute attribute in parameter.Attributes)
        {
            Restrict(schema, attribute);
        }

        string?[] parts = [description, Hint(Element(parameter.ParameterType))];
        string text = string.Join(' ', parts.Where(part => !string.IsNullOrWhiteSpace(part)));
        if (text.Length > 0)
        {
            schema["description"] = text;
        }

        return schema;
    }

    private static string? Hint(Type type) =>
        Hints.GetValueOrDefault(type) ?? EngineTexts.GetValueOrDefault(Name(type));

    private static string Name(Type type) =>
        (type.IsGenericType ? type.GetGenericTypeDefinition() : type).FullName ?? type.Name;

    private static OrderedDictionary? OfType(Type declared)
    {
        Type type = Nullable.GetUnderlyingType(declared) ?? declared;
        return type switch
        {
            _ when type == typeof(bool) || type == typeof(SwitchParameter) => Typed("boolean"),
            _ when Whole.Contains(type) => Typed("integer"),
            _ when Fractional.Contains(type) => Typed("number"),
            _ when Texts.TryGetValue(type, out string? format) => Text(format),
            _ when EngineTexts.ContainsKey(Name(type)) => Text(format: null),
            _ when type.IsEnum => OfEnum(type),
            _ when type == typeof(object) || type == typeof(PSObject) => [],
            _ when IsMap(type) => Typed("object"),
            _ when ItemOf(type) is { } item => OfList(item),
            _ => null,
        };
    }

    private static OrderedDictionary? OfList(Type item)
    {
        if (OfType(item) is not { } items)
        {
            return null;
        }

        OrderedDictionary list = Typed("array");
        list["items"] = items;
        return list;
    }

    private static OrderedDictionary OfEnum(Type type)
    {
        OrderedDictionary names = Typed("string");
        names["enum"] = Enum.GetNames(type).Cast<object?>().ToArray();
        if (!type.IsDefined(typeof(FlagsAttribute), inherit: false))
        {
            return names;
        }

        OrderedDictionary several = Typed("array");
        several["items"] = names;
        return several;
    }

    private static OrderedDictionary Text(string? format)
    {
        OrderedDictionary text = Typed("string");
        if (format is not null)
        {
            text["format"] = format;
        }

        return text;
    }

    private static bool IsMap(Type type) =>
        typeof(IDictionary).IsAssignableFrom(type)
        || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IDictionary<,>));

    private static Type Element(Type type) => ItemOf(type) ?? Nullable.GetUnderlyingType(type) ?? type;

    private static Type? ItemOf(Type type) => type.IsArray
        ? type.GetElementType()
        : type == typeof(string) ? null
        : type == typeof(IEnumerable) || type == typeof(IList) || type == typeof(ICollection) ? typeof(object)
        : type.IsGenericType && typeof(IEnumerable).IsAssignableFrom(type) && type.GetGenericArguments() is [Type item]
            ? item
            : null;

    private static OrderedDictionary Typed(string type) => new() { ["type"] = type };

    // An attribute speaks of each value of a list, save for the count.
    private static void Restrict(OrderedDictionary schema, Attribute attribute)
    {
        OrderedDictionary each = schema["items"] as OrderedDictionary ?? schema;
        switch (attribute)
        {
            case ValidateSetAttribute set:
                each["enum"] = set.ValidValues.Cast<object?>().ToArray();
                break;
            case ValidateRangeAttribute { MinRange: not null } range when each["type"] is "integer" or "number":
                each["minimum"] = range.MinRange;
                each["maximum"] = range.MaxRange;
                break;
            case ValidatePatternAttribute pattern when each["type"] is "string":
                each["pattern"] = pattern.RegexPattern;
                break;
            case ValidateLengthAttribute length when each["type"] is "string":
                each["minLength"] = length.MinLength;
                each["maxLength"] = length.MaxLength;
                break;
            case ValidateCountAttribute count when schema["type"] is "array":
                schema["minItems"] = count.MinLength;
                schema["maxItems"] = count.MaxLength;
                break;
        }
    }
}
