using System.Net;
using System.Security;

namespace BedrockPS.Credentials;

/// <summary>Secrets as scripts have them: in the clear or in a SecureString.</summary>
internal static class SecretText
{
    /// <summary>The text; null where there is none.</summary>
    public static string? Of(object? value) => Conversion.Unwrapped.Of(value) switch
    {
        string { Length: > 0 } text => text,
        SecureString { Length: > 0 } secret => new NetworkCredential(string.Empty, secret).Password,
        _ => null,
    };
}
