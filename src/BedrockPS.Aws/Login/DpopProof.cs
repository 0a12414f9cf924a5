using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace BedrockPS.Aws.Login;

/// <summary>Shows that whoever sends a refresh token has the key it was issued to (RFC 9449).</summary>
internal static class DpopProof
{
    public const string Header = "DPoP";

    /// <summary>A proof for one request: a token with the public key in it, signed with the private one.</summary>
    /// <param name="privateKey">The key, of the curve P-256.</param>
    /// <param name="url">Where the request is posted.</param>
    /// <param name="now">When.</param>
    public static string Create(ECDsa privateKey, Uri url, DateTimeOffset now)
    {
        string content = $"{Encode(HeaderOf(privateKey))}.{Encode(Claims(url, now))}";
        byte[] signature = privateKey.SignData(Encoding.UTF8.GetBytes(content), HashAlgorithmName.SHA256);
        return $"{content}.{Encode(signature)}";
    }

    private static JsonObject HeaderOf(ECDsa key)
    {
        ECPoint point = key.ExportParameters(includePrivateParameters: false).Q;
        return new JsonObject
        {
            ["typ"] = "dpop+jwt",
            ["alg"] = "ES256",
            ["jwk"] = new JsonObject
            {
                ["kty"] = "EC",
                ["x"] = Encode(point.X!),
                ["y"] = Encode(point.Y!),
                ["crv"] = "P-256",
            },
        };
    }

    private static JsonObject Claims(Uri url, DateTimeOffset now) => new()
    {
        ["jti"] = Guid.NewGuid().ToString(),
        ["htm"] = "POST",
        ["htu"] = url.AbsoluteUri,
        ["iat"] = now.ToUnixTimeSeconds(),
    };

    private static string Encode(JsonObject json) => Encode(Encoding.UTF8.GetBytes(json.ToJsonString()));

    private static string Encode(byte[] bytes) =>
        Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
