using System.Text.RegularExpressions;

namespace BedrockPS.Local.Operations;

/// <summary>Takes keys, tokens and signatures out of headers before these are kept.</summary>
internal static partial class HeaderRedaction
{
    private const string Hidden = "***";

    public static ReadableDictionary Redact(IReadOnlyDictionary<string, string> headers) =>
        new(headers.ToDictionary(header => header.Key, header => Redact(header.Key, header.Value)));

    private static string Redact(string name, string value) => name switch
    {
        "authorization" => RedactAuthorization(value),
        "x-amz-security-token" or "x-api-key" or "proxy-authorization" or "cookie" => Hidden,
        _ => value,
    };

    private static string RedactAuthorization(string value)
    {
        string scheme = value.Split(' ', 2)[0];
        if (!scheme.StartsWith("AWS4-", StringComparison.Ordinal))
        {
            return value.Contains(' ', StringComparison.Ordinal) ? $"{scheme} {Hidden}" : Hidden;
        }

        string scope = Scope().Match(value) is { Success: true } s ? $"{Hidden}/{s.Groups[1].Value}" : Hidden;
        string signedHeaders = SignedHeaders().Match(value) is { Success: true } h ? h.Groups[1].Value : Hidden;
        return $"{scheme} Credential={scope}, SignedHeaders={signedHeaders}, Signature={Hidden}";
    }

    [GeneratedRegex(@"Credential=[^/,\s]+/([0-9]{8}/[\w-]+/[\w-]+/aws4_request)")]
    private static partial Regex Scope();

    [GeneratedRegex(@"SignedHeaders=([\w:;-]+)")]
    private static partial Regex SignedHeaders();
}
