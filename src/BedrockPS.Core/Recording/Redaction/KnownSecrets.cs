using System.Text.RegularExpressions;

namespace BedrockPS.Recording;

/// <summary>What never reaches a recording, whatever the user says: keys, tokens, signatures and account ids.</summary>
internal static partial class KnownSecrets
{
    public const string Mask = "***";
    private const string Account = "000000000000";
    private const int ShortestSecret = 16;

    private const string SecretName =
        "(?:secret(?:[_ -]?access)?[_ -]?key|(?:session|security)[_ -]?token|X-Amz-(?:Signature|Credential))";

    // Where JSON or a command line is quoted within a text, its quotes are escaped.
    private const string Quote = @"\\*[""'`]?";

    /// <summary>The text without them.</summary>
    /// <param name="text">The text.</param>
    /// <param name="member">The name of the member that holds it; null where it is none.</param>
    public static string Redact(string text, string? member)
    {
        if (text.Length < Account.Length)
        {
            return text;
        }

        if (member is not null && OfMember(text, member) is { } replacement)
        {
            return replacement;
        }

        // What has a name goes first and whole: of a token in a URL the others know only the part up to an escape.
        string plain = NamedSecret().Replace(text, "${before}" + Mask);
        plain = Authorization().Replace(plain, "${before}" + Mask);
        plain = SecretKey().Replace(plain, "${before}" + Mask);
        plain = KeyId().Replace(plain, Mask);
        plain = ApiKey().Replace(plain, Mask);
        plain = SessionToken().Replace(plain, Mask);
        plain = AccountInArn().Replace(plain, "${before}" + Account);
        plain = AccountInWords().Replace(plain, "${before}" + Account);
        return AccountInUrl().Replace(plain, Account);
    }

    private static string? OfMember(string text, string member) =>
        AccountOnly().IsMatch(text) && AccountMember().IsMatch(member) ? Account
        : text.Length >= ShortestSecret && SecretMember().IsMatch(member) ? Mask
        : null;

    [GeneratedRegex(@"^\d{12}$")]
    private static partial Regex AccountOnly();

    [GeneratedRegex("(?:account|owner)s?(?:[_-]?(?:id|number)s?)?$", RegexOptions.IgnoreCase)]
    private static partial Regex AccountMember();

    [GeneratedRegex($"{SecretName}$", RegexOptions.IgnoreCase)]
    private static partial Regex SecretMember();

    [GeneratedRegex(@"(?<before>\barn(?<colon>:|%3A)[\w*-]+(?:\k<colon>[\w*-]*){2}\k<colon>)\d{12}(?!\d)")]
    private static partial Regex AccountInArn();

    [GeneratedRegex(
        @"(?<before>(?:account|owner)(?:[ _-]?(?:id|number))?" + Quote + @"(?:\s*[:=(,]\s*|\s+(?:is\s+)?)" + Quote
        + @")\d{12}(?!\d)",
        RegexOptions.IgnoreCase)]
    private static partial Regex AccountInWords();

    [GeneratedRegex(
        @"(?<=\bamazonaws\.com(?:\.cn)?/)\d{12}(?!\d)"
        + @"|(?<!\d)\d{12}(?=\.(?:[\w-]+\.)*(?:amazonaws\.com|aws\.amazon\.com)\b)")]
    private static partial Regex AccountInUrl();

    [GeneratedRegex(@"\b(?:AKIA|ASIA)[A-Z0-9]{16}\b")]
    private static partial Regex KeyId();

    // Forty letters after their name, or after the key id that they belong to, as in the console's CSV file.
    [GeneratedRegex(
        "(?<before>(?:secret(?:[_ -]?access)?[_ -]?key" + Quote + @"\s+|\b(?:AKIA|ASIA)[A-Z0-9]{16}" + Quote
        + @"[\s,:;|]+)" + Quote + ")[A-Za-z0-9+/]{40}(?![A-Za-z0-9+/])",
        RegexOptions.IgnoreCase)]
    private static partial Regex SecretKey();

    [GeneratedRegex(@"\b(?:bedrock-api-key-|ABSK)[A-Za-z0-9+/_-]{16,}={0,2}")]
    private static partial Regex ApiKey();

    // What AWS's temporary session tokens begin with; in a URL they are escaped.
    [GeneratedRegex(
        "(?<![A-Za-z0-9+/])(?:IQoJ|FwoG|FQoG)(?:[A-Za-z0-9+/]|%2[BF]){60,}(?:=|%3D){0,2}")]
    private static partial Regex SessionToken();

    [GeneratedRegex(
        "(?<before>" + SecretName + Quote + @"\s*[:=]\s*" + Quote + ")[A-Za-z0-9+/=%._-]{16,}",
        RegexOptions.IgnoreCase)]
    private static partial Regex NamedSecret();

    [GeneratedRegex(
        @"(?<before>\b(?:AWS4-HMAC-SHA256\s+Credential=|Signature=|Bearer\s+))[A-Za-z0-9+/=%._~-]{16,}",
        RegexOptions.IgnoreCase)]
    private static partial Regex Authorization();
}
