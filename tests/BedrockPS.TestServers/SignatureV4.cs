using System.Security.Cryptography;
using System.Text;

namespace BedrockPS.TestServers;

/// <summary>Signature Version 4 written from its specification, to judge others' by.</summary>
public static class SignatureV4
{
    private static readonly string[] Always = ["host", "x-amz-date"];

    /// <summary>Throws where the signature of a request is not that of the key.</summary>
    public static void AssertValid(CaughtRequest request, string secretKey)
    {
        if (FindFault(request, secretKey) is { } fault)
        {
            throw new InvalidOperationException($"{request.Method} {request.Target}: {fault}");
        }
    }

    /// <summary>Why the signature of a request is not that of the key; null where it is.</summary>
    public static string? FindFault(CaughtRequest request, string secretKey)
    {
        string authorization = request.Header("Authorization");
        string[] signed = authorization.Split("SignedHeaders=")[1].Split(',')[0].Split(';');
        if (Always.Except(signed).FirstOrDefault() is { } missing)
        {
            return $"The header {missing} is not signed.";
        }

        string bodyHash = Hex(SHA256.HashData(request.Body));
        if (bodyHash != request.Header("x-amz-content-sha256"))
        {
            return "The hash is not that of the body.";
        }

        string expected = Sign(request, Canonical(request, signed, bodyHash), secretKey);
        return expected == authorization.Split("Signature=")[1] ? null : "The signature is another one.";
    }

    private static string Canonical(CaughtRequest request, string[] signed, string bodyHash)
    {
        string[] target = request.Target.Split('?', 2);
        IEnumerable<string> headers = signed.Select(name => $"{name}:{Value(request, name)}\n");
        return string.Join(
            '\n',
            request.Method,
            EncodePath(target[0]),
            target.Length > 1 ? target[1] : string.Empty,
            string.Concat(headers),
            string.Join(';', signed),
            bodyHash);
    }

    private static string Value(CaughtRequest request, string name) =>
        string.Join(',', request.Headers[name].Select(OneSpaced));

    private static string OneSpaced(string value) =>
        string.Join(' ', value.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    // Every service but S3 encodes each segment of the path that is on the wire once more.
    private static string EncodePath(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));

    private static string Sign(CaughtRequest request, string canonical, string secretKey)
    {
        string time = request.Header("x-amz-date");
        string hash = Hex(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)));
        string toSign = string.Join('\n', "AWS4-HMAC-SHA256", time, request.Scope, hash);
        byte[] key = request.Scope.Split('/').Aggregate(Encoding.UTF8.GetBytes("AWS4" + secretKey), Hmac);
        return time.StartsWith(request.Scope.Split('/')[0], StringComparison.Ordinal)
            ? Hex(Hmac(key, toSign))
            : "of another day";
    }

    private static byte[] Hmac(byte[] key, string data) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(data));

    private static string Hex(byte[] bytes) => Convert.ToHexString(bytes).ToLowerInvariant();
}
