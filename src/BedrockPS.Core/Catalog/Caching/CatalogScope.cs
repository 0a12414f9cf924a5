using System.Security.Cryptography;
using System.Text;

namespace BedrockPS.Catalog;

/// <summary>What lists belong to: an endpoint as a caller sees it, and a region.</summary>
/// <param name="Key">A digest of who calls where: it gives neither account nor key away.</param>
/// <param name="Region">The region; null where it is not known.</param>
/// <param name="IsKept">Whether lists outlive the session: not those of an endpoint that ends with it.</param>
public sealed record CatalogScope(string Key, string? Region, bool IsKept)
{
    private const int KeyLength = 16;

    /// <summary>Makes the key of what tells one caller from another.</summary>
    public static string Digest(params string?[] parts)
    {
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts)));
        return Convert.ToHexString(hash)[..KeyLength];
    }
}
