using System.Collections;
using System.Globalization;

namespace BedrockPS.Catalog;

/// <summary>
/// Reads what the service says without describing it: what is not there, or not of the shape that was seen, is null.
/// </summary>
internal readonly struct UndescribedMembers(IDictionary? members)
{
    public string? Text(params string[] path) => Find(path) as string is { Length: > 0 } text ? text : null;

    // Some numbers come as text.
    public long? Number(params string[] path) => Find(path) switch
    {
        long number => number,
        string text when long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long read) => read,
        _ => null,
    };

    public bool? Flag(params string[] path) => Find(path) as bool?;

    public ReadableList<string>? List(params string[] path) =>
        Find(path) is object?[] items ? [.. items.OfType<string>()] : null;

    public DateTimeOffset? Time(params string[] path) => DateTimeOffset.TryParse(
        Text(path), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time)
        ? time
        : null;

    /// <summary>Whether there is an object at the path.</summary>
    public bool HasObject(params string[] path) => Find(path) is IDictionary;

    private object? Find(string[] path)
    {
        object? found = members;
        foreach (string name in path)
        {
            found = found is IDictionary here && here.Contains(name) ? here[name] : null;
        }

        return found;
    }
}
