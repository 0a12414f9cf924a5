using System.Text.RegularExpressions;

namespace BedrockPS.Recording;

/// <summary>What never reaches a recording, whatever the user says: keys, tokens, signatures and account ids.</summary>
internal static partial class KnownSecrets
{
    public const string Mask = "***";
    private const string Account = "000000000000";

    private static readonly HashSet<string> AccountMembers = new(StringComparer.OrdinalIgnoreCase)
    {
        "accountId", "account", "bucketOwner", "ownerAccountId", "owner",
    };

    /// <summary>The text without them.</summary>
    /// <param name="text">The text.</param>
    /// <param name="member">The name of the member that holds it; null where it is none.</param>
    public static string Redact(string text, string? member)
    {
        if (text.Length < Account.Length)
        {
            return text;
        }

        if (member is not null && AccountMembers.Contains(member) && AccountOnly().IsMatch(text))
        {
            return Account;
        }

        string plain = AccountInArn().Replace(text, "${before}" + Account);
        plain = AccountInWords().Replace(plain, "${before}" + Account);
        plain = KeyId().Replace(plain, Mask);
        plain = ApiKey().Replace(plain, Mask);
        plain = SessionToken().Replace(plain, Mask);
        plain = NamedSecret().Replace(plain, "${before}" + Mask);
        return Authorization().Replace(plain, "${before}" + Mask);
    }

    [GeneratedRegex(@"^\d{12}$")]
    private static partial Regex AccountOnly();

    [GeneratedRegex(@"(?<before>\barn:aws[\w-]*:[\w-]*:[\w-]*:)\d{12}(?!\d)")]
    private static partial Regex AccountInArn();

    [GeneratedRegex(@"(?<before>\baccount(?:[ _-]?id)?[""']?[\s:=(]{1,3}[""']?)\d{12}(?!\d)", RegexOptions.IgnoreCase)]
    private static partial Regex AccountInWords();

    [GeneratedRegex(@"\b(?:AKIA|ASIA)[A-Z0-9]{16}\b")]
    private static partial Regex KeyId();

    [GeneratedRegex(@"\b(?:bedrock-api-key-|ABSK)[A-Za-z0-9+/_-]{16,}={0,2}")]
    private static partial Regex ApiKey();

    // What AWS's temporary session tokens begin with.
    [GeneratedRegex(@"(?<![A-Za-z0-9+/])(?:IQoJ|FwoG|FQoG)[A-Za-z0-9+/]{60,}={0,2}")]
    private static partial Regex SessionToken();

    [GeneratedRegex(
        @"(?<before>(?:secret[_ -]?access[_ -]?key|session[_ -]?token|security[_ -]?token|"
        + @"X-Amz-(?:Signature|Credential))[""']?\s*[:=]\s*[""']?)[A-Za-z0-9+/=%._-]{16,}",
        RegexOptions.IgnoreCase)]
    private static partial Regex NamedSecret();

    [GeneratedRegex(
        @"(?<before>\b(?:AWS4-HMAC-SHA256\s+Credential=|Signature=|Bearer\s+))[A-Za-z0-9+/=%._~-]{16,}",
        RegexOptions.IgnoreCase)]
    private static partial Regex Authorization();
}
