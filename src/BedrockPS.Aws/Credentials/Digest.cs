using System.Security.Cryptography;
using System.Text;

namespace BedrockPS.Aws.Credentials;

/// <summary>One word for many values, secrets among them, that can be compared and gives none of them away.</summary>
internal static class Digest
{
    public static string Of(params string?[] values)
    {
        // With its length before it, no value can run into the next.
        IEnumerable<string> parts = values.Select(value => value is null ? "-" : $"{value.Length}:{value}");
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('|', parts))));
    }
}
