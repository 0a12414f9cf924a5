namespace BedrockPS.Local.Http;

/// <summary>The request line and the headers; names in lower case, values of repeated ones joined by commas.</summary>
internal sealed record RequestHead(string Method, string Target, IReadOnlyDictionary<string, string> Headers)
{
    public string Path => Target.Split('?', 2)[0];

    public string Query => Target.Contains('?', StringComparison.Ordinal) ? Target.Split('?', 2)[1] : "";

    public string? Header(string name) => Headers.TryGetValue(name, out string? value) ? value : null;

    public bool HeaderHas(string name, string token) =>
        Header(name)?.Split(',').Any(t => t.Trim().Equals(token, StringComparison.OrdinalIgnoreCase)) ?? false;
}
