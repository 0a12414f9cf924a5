using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using BedrockPS.Local.Http;
using BedrockPS.Local.Operations;

namespace BedrockPS.Local.Signing;

/// <summary>Checks signatures as the service does, against the key pair of <see cref="LocalCredentials"/>.</summary>
internal sealed class SignatureChecker(TimeProvider time)
{
    private const string DateFormat = "yyyyMMdd'T'HHmmss'Z'";

    private static readonly TimeSpan AllowedSkew = TimeSpan.FromMinutes(5);

    /// <summary>Throws the service's fault where the request carries a signature or a key that does not hold.</summary>
    public void Check(RequestHead head, ReadOnlySpan<byte> body)
    {
        string? value = head.Header("authorization");
        BearerKey.Check(value);
        if (!AuthorizationHeader.Announces(value))
        {
            return;
        }

        AuthorizationHeader authorization = AuthorizationHeader.Parse(value!);
        string date = head.Header("x-amz-date") ?? throw AuthorizationHeader.Incomplete(
            "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.");
        if (authorization.AccessKey != LocalCredentials.AccessKey)
        {
            throw new ServiceFault(
                "UnrecognizedClientException", "The security token included in the request is invalid.");
        }

        CheckDate(date);
        CheckScope(authorization, date);
        CheckSignature(authorization, date, CanonicalRequest.Build(head, body, authorization.SignedHeaders));
    }

    private void CheckDate(string text)
    {
        if (!DateTimeOffset.TryParseExact(
            text, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset date))
        {
            throw AuthorizationHeader.Incomplete(
                $"Date must be in ISO-8601 'basic format'. Got '{text}'. See http://en.wikipedia.org/wiki/ISO_8601");
        }

        DateTimeOffset now = time.GetUtcNow();
        if (date < now - AllowedSkew)
        {
            throw Invalid($"Signature expired: {text} is now earlier than {Stamp(now - AllowedSkew)} "
                + $"({Stamp(now)} - 5 min.)");
        }

        if (date > now + AllowedSkew)
        {
            throw Invalid($"Signature not yet current: {text} is still later than {Stamp(now + AllowedSkew)} "
                + $"({Stamp(now)} + 5 min.)");
        }
    }

    private static void CheckScope(AuthorizationHeader authorization, string date)
    {
        if (!date.StartsWith(authorization.Date, StringComparison.Ordinal))
        {
            throw Invalid($"Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: "
                + $"'{authorization.Date}' != '{date[..8]}', from '{date}'.");
        }

        if (authorization.Service != "bedrock")
        {
            throw Invalid("Credential should be scoped to correct service: 'bedrock'.");
        }

        if (!authorization.SignedHeaders.Contains("host") && !authorization.SignedHeaders.Contains(":authority"))
        {
            throw Invalid("'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.");
        }
    }

    private static void CheckSignature(AuthorizationHeader authorization, string date, string canonicalRequest)
    {
        string hash = CanonicalRequest.Hex(SHA256.HashData(Encoding.UTF8.GetBytes(canonicalRequest)));
        string scope = string.Join('/', authorization.Scope);
        byte[] key = Encoding.UTF8.GetBytes($"AWS4{LocalCredentials.SecretKey}");
        foreach (string part in authorization.Scope)
        {
            key = Sign(key, part);
        }

        byte[] expected = Sign(key, $"{AuthorizationHeader.Algorithm}\n{date}\n{scope}\n{hash}");
        byte[] given = Encoding.ASCII.GetBytes(authorization.Signature);
        if (!CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(CanonicalRequest.Hex(expected)), given))
        {
            throw Invalid("The request signature we calculated does not match the signature you provided. Check your "
                + "AWS Secret Access Key and signing method. Consult the service documentation for details.");
        }
    }

    private static byte[] Sign(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));

    private static string Stamp(DateTimeOffset date) =>
        date.UtcDateTime.ToString(DateFormat, CultureInfo.InvariantCulture);

    private static ServiceFault Invalid(string message) => new("InvalidSignatureException", message);
}
