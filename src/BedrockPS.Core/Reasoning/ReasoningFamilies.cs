using System.Globalization;
using System.Text.RegularExpressions;

namespace BedrockPS.Reasoning;

/// <summary>Tells a model's way of thinking by its id, whatever profile or ARN it stands in.</summary>
internal static partial class ReasoningFamilies
{
    // The first version of Claude that sets its own budget.
    private static readonly Version FirstAdaptive = new(4, 6);

    public static ReasoningFamily Of(string modelId) => modelId.ToLowerInvariant() switch
    {
        string id when id.Contains("anthropic.claude") => OfClaude(id),
        string id when id.Contains("amazon.nova-2") => ReasoningFamily.Nova,
        string id when id.Contains("openai.") => ReasoningFamily.OpenAI,
        string id when AlwaysThinks().IsMatch(id) => ReasoningFamily.Always,
        string id when Hosted().IsMatch(id) => ReasoningFamily.Hosted,
        _ => ReasoningFamily.Unknown,
    };

    private static ReasoningFamily OfClaude(string id)
    {
        Match version = ClaudeVersion().Match(id);
        if (!version.Success)
        {
            return ReasoningFamily.Unknown;
        }

        int major = int.Parse(version.Groups["major"].ValueSpan, CultureInfo.InvariantCulture);
        int minor = version.Groups["minor"].Success
            ? int.Parse(version.Groups["minor"].ValueSpan, CultureInfo.InvariantCulture)
            : 0;
        return new Version(major, minor) >= FirstAdaptive
            ? ReasoningFamily.ClaudeAdaptive
            : ReasoningFamily.ClaudeBudget;
    }

    // claude-3-7-sonnet-20250219, claude-sonnet-4-20250514, claude-haiku-4-5-20251001, claude-sonnet-4-6
    [GeneratedRegex(@"claude-(?:[a-z]+-)?(?<major>\d{1,2})(?:-(?<minor>\d{1,2}))?(?!\d)")]
    private static partial Regex ClaudeVersion();

    [GeneratedRegex("deepseek\\.r1|-thinking|magistral")]
    private static partial Regex AlwaysThinks();

    [GeneratedRegex(@"(qwen|nvidia|minimax|moonshot|deepseek|zai|google)\.")]
    private static partial Regex Hosted();
}
