using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace BedrockPS.Completion;

/// <summary>Completes words that the service owns: known ones are offered, any other is accepted.</summary>
public sealed class ServiceWordCompleter : IArgumentCompleter
{
    /// <summary>The makers of models that AWS has had.</summary>
    internal static string[] Providers { get; } =
    [
        "AI21 Labs", "Amazon", "Anthropic", "Cohere", "DeepSeek", "Google", "Meta", "MiniMax", "Mistral AI",
        "Moonshot AI", "NVIDIA", "OpenAI", "Qwen", "Stability AI", "TwelveLabs", "Writer",
    ];

    // From the service's API description, and the providers from its list of models.
    private static readonly Dictionary<string, string[]> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["OutputModality"] = ["TEXT", "IMAGE", "EMBEDDING"],
        ["InferenceType"] = ["ON_DEMAND", "PROVISIONED", "INFERENCE_PROFILE"],
        ["InputModality"] = ["TEXT", "IMAGE", "VIDEO", "SPEECH", "AUDIO"],
        ["Supports"] =
        [
            ModelFeature.Streaming, ModelFeature.SystemPrompt, ModelFeature.Images, ModelFeature.Documents,
            ModelFeature.Video, ModelFeature.Audio, ModelFeature.Tools, ModelFeature.Reasoning, ModelFeature.Caching,
            ModelFeature.Batch, ModelFeature.Guardrails, ModelFeature.PromptRouting,
        ],
        ["Geography"] = ["us", "eu", "apac", "jp", "au", "ca", "us-gov", "global"],
        ["Get-BRInferenceProfile Type"] = [InferenceProfileType.SystemDefined, InferenceProfileType.Application],
        ["Get-BRPromptRouter Type"] = ["default", "custom"],
        ["Get-BRCustomModel Status"] = ["Active", "Creating", "Failed"],
        ["Get-BRProvisionedThroughput Status"] = ["InService", "Creating", "Updating", "Failed"],
        ["Effort"] = ["low", "medium", "high", "max"],
        ["Cache"] = ["System", "Tools", "History"],
        ["ToolChoice"] = ["auto", "any"],
        ["CacheTtl"] = ["5m", "1h"],
        ["GuardrailTrace"] = ["enabled", "disabled", "enabled_full"],
        ["GuardrailStreamMode"] = ["sync", "async"],
        ["PerformanceLatency"] = ["standard", "optimized"],
        ["ServiceTier"] = ["default", "priority", "flex", "reserved"],
        ["GroupBy"] = ["Model", "Day", "Conversation", "Tag", "Region", "Account", "Profile", "Operation"],
        ["Tier"] = ["default", "priority", "flex", "batch"],
        ["Operation"] =
        [
            "Converse", "ConverseStream", "InvokeModel", "InvokeModelWithResponseStream", "CountTokens",
            "ApplyGuardrail", "StartAsyncInvoke", "GetAsyncInvoke", "ListAsyncInvokes", "ListFoundationModels",
            "GetFoundationModel", "GetFoundationModelAvailability", "ListInferenceProfiles", "GetInferenceProfile",
        ],
        ["ErrorCode"] =
        [
            "AccessDeniedException", "ConflictException", "ExpiredTokenException", "InternalServerException",
            "ModelErrorException", "ModelNotReadyException", "ModelStreamErrorException", "ModelTimeoutException",
            "ResourceNotFoundException", "ServiceQuotaExceededException", "ServiceUnavailableException",
            "ThrottlingException", "UnrecognizedClientException", "ValidationException",
        ],
        ["CustomizationType"] = ["FINE_TUNING", "CONTINUED_PRE_TRAINING", "DISTILLATION"],
    };

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters)
    {
        string start = wordToComplete.Trim('\'', '"');
        string[] words = Words.GetValueOrDefault($"{commandName} {parameterName}")
            ?? Words.GetValueOrDefault(parameterName) ?? [];
        return words
            .Where(word => word.StartsWith(start, StringComparison.OrdinalIgnoreCase))
            .Select(word => new CompletionResult(
                word.Contains(' ') ? $"'{word}'" : word, word, CompletionResultType.ParameterValue, word));
    }
}
