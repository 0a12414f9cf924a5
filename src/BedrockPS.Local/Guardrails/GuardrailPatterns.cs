using System.Text.RegularExpressions;

namespace BedrockPS.Local.Guardrails;

/// <summary>The words by which the local guardrails know content: enough to see each rule at work in a test.</summary>
internal static partial class GuardrailPatterns
{
    public static Regex Profanity => ProfanityPattern();

    /// <summary>The pattern of a content filter; null for the kinds that are never found here.</summary>
    public static Regex? Content(string type) => type switch
    {
        "INSULTS" => InsultPattern(),
        "VIOLENCE" => ViolencePattern(),
        "PROMPT_ATTACK" => AttackPattern(),
        _ => null,
    };

    /// <summary>The pattern of an entity; null for those that no pattern can tell.</summary>
    public static Regex? Entity(string type) => type switch
    {
        "EMAIL" => EmailPattern(),
        "PHONE" => PhonePattern(),
        "IP_ADDRESS" => AddressPattern(),
        "URL" => UrlPattern(),
        "AWS_ACCESS_KEY" => AccessKeyPattern(),
        "CREDIT_DEBIT_CARD_NUMBER" => CardPattern(),
        "US_SOCIAL_SECURITY_NUMBER" => SocialSecurityPattern(),
        _ => null,
    };

    [GeneratedRegex(@"\b(damn|crap)\b", RegexOptions.IgnoreCase)]
    private static partial Regex ProfanityPattern();

    [GeneratedRegex(@"\byou\b.{0,10}\b(idiots?|stupid)\b", RegexOptions.IgnoreCase)]
    private static partial Regex InsultPattern();

    [GeneratedRegex(@"\bbombs?\b", RegexOptions.IgnoreCase)]
    private static partial Regex ViolencePattern();

    [GeneratedRegex(@"\bignore\b.{0,40}\binstructions\b", RegexOptions.IgnoreCase)]
    private static partial Regex AttackPattern();

    [GeneratedRegex(@"[\w.+-]+@[\w-]+(\.[\w-]+)+")]
    private static partial Regex EmailPattern();

    [GeneratedRegex(@"(?<![\w.-])(\+\d{1,3}[ -]?)?(\(\d{3}\)|\d{3})[ -]\d{3}[ -]\d{4}\b")]
    private static partial Regex PhonePattern();

    [GeneratedRegex(@"\b\d{1,3}(\.\d{1,3}){3}\b")]
    private static partial Regex AddressPattern();

    [GeneratedRegex(@"https?://\S+")]
    private static partial Regex UrlPattern();

    [GeneratedRegex(@"\b(AKIA|ASIA)[A-Z0-9]{16}\b")]
    private static partial Regex AccessKeyPattern();

    [GeneratedRegex(@"\b\d{4}([ -]?\d{4}){3}\b")]
    private static partial Regex CardPattern();

    [GeneratedRegex(@"\b\d{3}-\d{2}-\d{4}\b")]
    private static partial Regex SocialSecurityPattern();
}
