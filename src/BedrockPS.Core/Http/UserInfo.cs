using System.Text.RegularExpressions;

namespace BedrockPS.Http;

/// <summary>The name and password that a URL may hold, as that of a proxy does.</summary>
public static partial class UserInfo
{
    /// <summary>The text with the names and passwords of its URLs left out.</summary>
    /// <param name="text">A message of .NET's, which quotes the proxy's URL as it was given.</param>
    public static string Redact(string text) => InUrl().Replace(text, "://***@");

    /// <summary>Whether an exception, or one that it holds, quotes a name or password.</summary>
    /// <param name="exception">What is to be kept, or not.</param>
    public static bool IsQuotedBy(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return InUrl().IsMatch(exception.ToString());
    }

    [GeneratedRegex(@"://[^/\s'""]*@", RegexOptions.CultureInvariant)]
    private static partial Regex InUrl();
}
