using BedrockPS.Local.Operations;

namespace BedrockPS.Local.Signing;

/// <summary>The parts of an AWS4-HMAC-SHA256 Authorization header.</summary>
internal sealed record AuthorizationHeader(string AccessKey, string[] Scope, string[] SignedHeaders, string Signature)
{
    public const string Algorithm = "AWS4-HMAC-SHA256";

    public static bool Announces(string? value) =>
        value is not null && value.StartsWith(Algorithm, StringComparison.Ordinal);

    public string Date => Scope[0];

    public string Service => Scope[2];

    public static AuthorizationHeader Parse(string value)
    {
        Dictionary<string, string> parts = [];
        foreach (string part in value[Algorithm.Length..].Split(',', StringSplitOptions.TrimEntries))
        {
            string[] pair = part.Split('=', 2);
            parts[pair[0]] = pair.Length == 2 ? pair[1] : "";
        }

        string[] credential = Required(parts, "Credential").Split('/');
        if (credential is not [_, { Length: 8 }, _, _, "aws4_request"])
        {
            throw Incomplete("Credential must have the form 'key/YYYYMMDD/region/service/aws4_request'.");
        }

        return new AuthorizationHeader(
            credential[0],
            credential[1..],
            Required(parts, "SignedHeaders").Split(';'),
            Required(parts, "Signature"));
    }

    public static ServiceFault Incomplete(string message) => new("IncompleteSignatureException", message);

    private static string Required(Dictionary<string, string> parts, string name) =>
        parts.TryGetValue(name, out string? value) && value.Length > 0
            ? value
            : throw Incomplete($"Authorization header requires '{name}' parameter.");
}
