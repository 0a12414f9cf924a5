using System.Text.RegularExpressions;

namespace BedrockPS.Http;

/// <summary>
/// The session token in words of AWS: where a signature does not fit, they quote the headers that it should cover.
/// </summary>
public static partial class QuotedToken
{
    /// <summary>The text without the token.</summary>
    /// <param name="text">What AWS says.</param>
    public static string Redact(string text) => InHeaders().Replace(text, "${name}***");

    [GeneratedRegex(
        @"(?<name>x-amz-security-token[:=]\s*)[^\s&'""]+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex InHeaders();
}
