using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace BedrockPS.TestServers;

/// <summary>A proof of possession, read and judged by RFC 9449 and RFC 7515.</summary>
/// <param name="Header">What it says of itself and of its key.</param>
/// <param name="Claims">What it was made for.</param>
/// <param name="IsSigned">Whether the signature is that of the key in the header.</param>
public sealed record DpopToken(JsonObject Header, JsonObject Claims, bool IsSigned)
{
    /// <summary>Reads the three parts.</summary>
    public static DpopToken Parse(string text)
    {
        string[] parts = text.Split('.');
        JsonObject header = Json(parts[0]);
        byte[] content = Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}");
        using ECDsa key = ECDsa.Create(new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            Q = new ECPoint { X = Member(header, "x"), Y = Member(header, "y") },
        });
        return new DpopToken(
            header, Json(parts[1]), key.VerifyData(content, Bytes(parts[2]), HashAlgorithmName.SHA256));
    }

    /// <summary>The public key, to compare: x and y.</summary>
    public (string X, string Y) Key => ((string)Header["jwk"]!["x"]!, (string)Header["jwk"]!["y"]!);

    private static byte[] Member(JsonObject header, string name) => Bytes((string)header["jwk"]![name]!);

    private static JsonObject Json(string part) => JsonNode.Parse(Bytes(part))!.AsObject();

    private static byte[] Bytes(string part)
    {
        string base64 = part.Replace('-', '+').Replace('_', '/');
        return Convert.FromBase64String(base64.PadRight((base64.Length + 3) / 4 * 4, '='));
    }
}
