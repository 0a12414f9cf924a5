using System.Collections;
using System.Globalization;

namespace BedrockPS.Guardrails;

/// <summary>Reads members of the service's own shape, of which any may be absent or of another kind.</summary>
internal static class RawMembers
{
    public static object? Of(object? value, string name) =>
        value is IDictionary members && members.Contains(name) ? members[name] : null;

    public static string? Text(object? value, string name) => Of(value, name) as string;

    public static bool? Flag(object? value, string name) => Of(value, name) as bool?;

    public static double? Number(object? value, string name) => Of(value, name) switch
    {
        double or float or decimal or long or int => Convert.ToDouble(Of(value, name), CultureInfo.InvariantCulture),
        _ => null,
    };

    /// <summary>The items of a list; any other value is a list of itself, and null an empty one.</summary>
    public static IEnumerable<object?> Items(object? value) => value switch
    {
        null => [],
        string or IDictionary => [value],
        IEnumerable items => items.Cast<object?>(),
        _ => [value],
    };

    public static IEnumerable<(string Name, object? Value)> Pairs(object? value) => value is IDictionary members
        ? members.Keys.Cast<object>().Select(key => (key.ToString() ?? string.Empty, members[key]))
        : [];
}
