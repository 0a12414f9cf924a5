using System.Security.Cryptography;
using System.Text;
using BedrockPS.Local.Operations;

namespace BedrockPS.Local.Signing;

/// <summary>An API key, presented as a bearer token instead of a signature.</summary>
internal static class BearerKey
{
    private const string Scheme = "Bearer ";

    /// <summary>Throws the service's fault where the header presents a key other than the local one.</summary>
    public static void Check(string? authorization)
    {
        if (authorization is null || !authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        byte[] given = Encoding.UTF8.GetBytes(authorization[Scheme.Length..].Trim());
        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(LocalCredentials.ApiKey), given))
        {
            throw new ServiceFault(
                "AccessDeniedException", "Authentication failed: Please make sure your API Key is valid.");
        }
    }
}
