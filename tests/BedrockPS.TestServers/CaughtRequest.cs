using System.Text;

namespace BedrockPS.TestServers;

/// <summary>A request as it came, or was about to go, over the wire.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Target">Path and query, in the very characters of the request line.</param>
/// <param name="Headers">Every header with its values; names without regard to case.</param>
/// <param name="Body">The body's bytes.</param>
public sealed record CaughtRequest(
    string Method, string Target, IReadOnlyDictionary<string, string[]> Headers, byte[] Body)
{
    /// <summary>The target without its query.</summary>
    public string Path => Target.Split('?')[0];

    /// <summary>The fields of the query, decoded.</summary>
    public IReadOnlyDictionary<string, string> Query =>
        ReadFields(Target.Contains('?', StringComparison.Ordinal) ? Target[(Target.IndexOf('?') + 1)..] : string.Empty);

    /// <summary>The body as text.</summary>
    public string Text => Encoding.UTF8.GetString(Body);

    /// <summary>The fields of a body that is a form, decoded.</summary>
    public IReadOnlyDictionary<string, string> Form => ReadFields(Text);

    /// <summary>The access key id that signed.</summary>
    public string AccessKey => Header("Authorization").Split("Credential=")[1].Split('/')[0];

    /// <summary>The signature's scope: date, region, service and terminator.</summary>
    public string Scope => Header("Authorization").Split("Credential=")[1].Split(',')[0].Split('/', 2)[1];

    /// <summary>The one value of a header that must be there once.</summary>
    public string Header(string name) =>
        FindHeader(name) ?? throw new InvalidOperationException($"No header {name} in {Method} {Target}.");

    /// <summary>The one value of a header; null where it is absent.</summary>
    public string? FindHeader(string name) => Headers.TryGetValue(name, out string[]? values) ? values.Single() : null;

    private static Dictionary<string, string> ReadFields(string text) => text
        .Split('&', StringSplitOptions.RemoveEmptyEntries)
        .Select(pair => pair.Split('=', 2))
        .ToDictionary(pair => Decode(pair[0]), pair => pair.Length > 1 ? Decode(pair[1]) : string.Empty);

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
