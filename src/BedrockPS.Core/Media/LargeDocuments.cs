using System.Text.RegularExpressions;

namespace BedrockPS.Media;

/// <summary>The models to which the limit on a document's size does not apply.</summary>
/// <remarks>AWS Bedrock user guide, "API restrictions": Claude 4 and later for pdf; Nova for pdf and docx.</remarks>
internal static partial class LargeDocuments
{
    public static bool AreTaken(string modelId, string format)
    {
        string id = modelId.ToLowerInvariant();
        return format switch
        {
            "pdf" => IsLaterClaude(id) || IsNova(id) || Opaque().IsMatch(id),
            "docx" => IsNova(id) || Opaque().IsMatch(id),
            _ => false,
        };
    }

    private static bool IsLaterClaude(string id) => id.Contains("anthropic.claude") && !EarlierClaude().IsMatch(id);

    // Micro reads text alone.
    private static bool IsNova(string id) => id.Contains("amazon.nova") && !id.Contains("nova-micro");

    [GeneratedRegex(@"claude-(v\d|instant|[1-3](?!\d))")]
    private static partial Regex EarlierClaude();

    // What model stands behind these their names do not say; the service knows.
    [GeneratedRegex(@":(application-inference-profile|provisioned-model|(custom|imported)-model[a-z-]*|prompt)/")]
    private static partial Regex Opaque();
}
