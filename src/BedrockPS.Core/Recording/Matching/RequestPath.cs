namespace BedrockPS.Recording;

/// <summary>A path and its query, taken apart into texts and put together again.</summary>
internal static class RequestPath
{
    /// <summary>The path with one way of escaping, and the query in one order.</summary>
    public static string Normalize(string path)
    {
        (string segments, string[] query) = Split(Map(path, text => text));
        return Join(segments, [.. query.Order(StringComparer.Ordinal)]);
    }

    /// <summary>The path with each of its texts replaced; they are escaped anew.</summary>
    public static string Map(string path, Func<string, string> map)
    {
        (string segments, string[] query) = Split(path);
        return Join(MapParts(segments, '/', map), [.. query.Select(pair => MapParts(pair, '=', map))]);
    }

    private static (string Segments, string[] Query) Split(string path)
    {
        int mark = path.IndexOf('?', StringComparison.Ordinal);
        return mark < 0 ? (path, []) : (path[..mark], path[(mark + 1)..].Split('&'));
    }

    private static string Join(string segments, string[] query) =>
        query.Length == 0 ? segments : $"{segments}?{string.Join('&', query)}";

    private static string MapParts(string text, char separator, Func<string, string> map) => string.Join(
        separator, text.Split(separator).Select(part => Uri.EscapeDataString(map(Uri.UnescapeDataString(part)))));
}
