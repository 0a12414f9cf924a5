namespace BedrockPS.Local.Operations;

/// <summary>The parameters that a request's address carries.</summary>
internal static class QueryParameters
{
    public static IEnumerable<(string Name, string Value)> Of(string query) => query
        .Split('&', StringSplitOptions.RemoveEmptyEntries)
        .Select(pair => pair.Split('=', 2))
        .Select(pair => (pair[0], pair.Length == 2 ? Uri.UnescapeDataString(pair[1].Replace('+', ' ')) : ""));

    public static string? Find(string query, string name) => Of(query)
        .Where(parameter => parameter.Name == name)
        .Select(parameter => parameter.Value)
        .FirstOrDefault();
}
