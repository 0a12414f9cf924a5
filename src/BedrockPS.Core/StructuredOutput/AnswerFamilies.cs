using System.Globalization;
using System.Text.RegularExpressions;
using BedrockPS.Catalog;

namespace BedrockPS.StructuredOutput;

/// <summary>Tells what a model offers by its id, whatever profile or ARN it stands in.</summary>
/// <remarks>
/// From the user guide, docs.aws.amazon.com/bedrock/latest/userguide: structured-output.html lists the models that can
/// be held to a schema (Claude after 4.6 is not among them), and the API reference of ToolChoice those that can be made
/// to call a tool. The lists grow, and regions lag behind: a model that refuses is asked in the next way, and a model
/// that is not known here is not asked natively.
/// </remarks>
internal static partial class AnswerFamilies
{
    private static readonly Version FirstNativeClaude = new(4, 5);
    private static readonly Version LastNativeClaude = new(4, 6);

    public static AnswerAbilities Of(string modelId)
    {
        string id = modelId.ToLowerInvariant();
        return Claude().Match(id) is { Success: true } claude ? OfClaude(claude)
            : Native().IsMatch(id) ? AnswerAbilities.Native | AnswerAbilities.AnyTool
            : id.Contains("amazon.nova") ? AnswerAbilities.ForcedTool
            : id.Contains("mistral.mistral-large") ? AnswerAbilities.AnyTool
            : IsOpaque(modelId) ? AnswerAbilities.ForcedTool
            : AnswerAbilities.None;
    }

    private static AnswerAbilities OfClaude(Match claude)
    {
        int major = Number(claude.Groups["major"]);
        Version version = new(major, Number(claude.Groups["minor"]));
        bool isNative = version >= FirstNativeClaude && version <= LastNativeClaude;
        return major < 3 ? AnswerAbilities.None
            : isNative ? AnswerAbilities.Native | AnswerAbilities.ForcedTool
            : AnswerAbilities.ForcedTool;
    }

    private static int Number(Group digits) =>
        digits.Success ? int.Parse(digits.ValueSpan, CultureInfo.InvariantCulture) : 0;

    // An account's own profile, throughput or import does not say which model is behind it.
    private static bool IsOpaque(string modelId) => ModelIdentifier.Parse(modelId).FoundationModelId is null;

    // claude-3-7-sonnet-20250219, claude-sonnet-4-20250514, claude-haiku-4-5-20251001, claude-sonnet-4-6
    [GeneratedRegex(@"anthropic\.claude-(?:[a-z]+-)?v?(?<major>\d{1,2})(?:-(?<minor>\d{1,2}))?(?!\d)")]
    private static partial Regex Claude();

    [GeneratedRegex(
        @"qwen\.qwen3|openai\.gpt-oss|deepseek\.v3|google\.gemma-3|minimax\.|moonshot(?:ai)?\.kimi|nvidia\.nemotron"
        + @"|mistral\.(?:ministral|magistral|voxtral|mistral-large-3)")]
    private static partial Regex Native();
}
