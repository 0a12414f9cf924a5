using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using BedrockPS.Local.Http;

namespace BedrockPS.Local.Signing;

/// <summary>The form of a request that both sides sign (AWS Signature Version 4, "canonical request").</summary>
internal static partial class CanonicalRequest
{
    public static string Build(RequestHead head, ReadOnlySpan<byte> body, IEnumerable<string> signedHeaders)
    {
        StringBuilder text = new(512);
        text.Append(head.Method).Append('\n');
        text.Append(Path(head.Path)).Append('\n');
        text.Append(Query(head.Query)).Append('\n');
        foreach (string name in signedHeaders)
        {
            text.Append(name).Append(':').Append(Squeeze(head.Header(name) ?? "")).Append('\n');
        }

        text.Append('\n').AppendJoin(';', signedHeaders).Append('\n');
        return text.Append(Hex(SHA256.HashData(body))).ToString();
    }

    public static string Hex(ReadOnlySpan<byte> bytes) => Convert.ToHexString(bytes).ToLowerInvariant();

    // The path is escaped once more as it came: every service but S3 signs "%3A" as "%253A".
    private static string Path(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));

    private static string Query(string query)
    {
        if (query.Length == 0)
        {
            return "";
        }

        IEnumerable<(string Name, string Value)> pairs = query.Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('=', 2))
            .Select(pair => (Escape(pair[0]), pair.Length == 2 ? Escape(pair[1]) : ""))
            .OrderBy(pair => pair.Item1, StringComparer.Ordinal)
            .ThenBy(pair => pair.Item2, StringComparer.Ordinal);
        return string.Join('&', pairs.Select(pair => $"{pair.Name}={pair.Value}"));
    }

    private static string Escape(string text) => Uri.EscapeDataString(Uri.UnescapeDataString(text));

    private static string Squeeze(string value) =>
        value.Contains("  ", StringComparison.Ordinal) ? Spaces().Replace(value, " ") : value;

    [GeneratedRegex(" {2,}")]
    private static partial Regex Spaces();
}
