using BedrockPS.Http;
using BedrockPS.Json;

namespace BedrockPS.Catalog;

/// <summary>The reads of what an account owns: throughput, models, guardrails, routers.</summary>
/// <remarks>
/// A list throws where the service refused or failed, or an answer is no such list; one thing throws
/// <c>ResourceNotFoundException</c> or <c>ValidationException</c> too, where it is not there.
/// </remarks>
public static class ResourceOperations
{
    /// <summary>The provisioned throughput of the account, each page as it is asked for.</summary>
    public static IAsyncEnumerable<ProvisionedThroughput> ListProvisionedThroughputAsync(
        this BedrockConnection connection, ResourceFilter? filter = null, CancellationToken token = default) =>
        connection.ReadPagesAsync<ProvisionedThroughputPage, ProvisionedThroughput>(
            "/provisioned-model-throughputs",
            filter?.ToQuery("statusEquals", "modelArnEquals") ?? [],
            BedrockJsonContext.Default.ProvisionedThroughputPage,
            "a list of provisioned throughput",
            token);

    /// <summary>Provisioned throughput by name or ARN.</summary>
    public static Task<ProvisionedThroughput> GetProvisionedThroughputAsync(
        this BedrockConnection connection, string id, CancellationToken token = default) =>
        ModelCall.AboutAsync(id, () => connection.ReadAsync(
            "/provisioned-model-throughput/" + ModelPath.Escape(id),
            BedrockJsonContext.Default.ProvisionedThroughput,
            answer => answer.ProvisionedModelArn.Length > 0 ? answer : null,
            "provisioned throughput",
            token));

    /// <summary>The custom models of the account, each page as it is asked for.</summary>
    public static IAsyncEnumerable<CustomModel> ListCustomModelsAsync(
        this BedrockConnection connection, ResourceFilter? filter = null, CancellationToken token = default) =>
        connection.ReadPagesAsync<CustomModelPage, CustomModel>(
            "/custom-models",
            filter?.ToQuery("modelStatus", "baseModelArnEquals") ?? [],
            BedrockJsonContext.Default.CustomModelPage,
            "a list of custom models",
            token);

    /// <summary>A custom model by name or ARN.</summary>
    public static Task<CustomModel> GetCustomModelAsync(
        this BedrockConnection connection, string id, CancellationToken token = default) =>
        ModelCall.AboutAsync(id, () => connection.ReadAsync(
            "/custom-models/" + ModelPath.Escape(id),
            BedrockJsonContext.Default.CustomModel,
            answer => answer.ModelArn.Length > 0 ? answer : null,
            "a custom model",
            token));

    /// <summary>The imported models of the account, each page as it is asked for.</summary>
    public static IAsyncEnumerable<ImportedModel> ListImportedModelsAsync(
        this BedrockConnection connection, ResourceFilter? filter = null, CancellationToken token = default) =>
        connection.ReadPagesAsync<ImportedModelPage, ImportedModel>(
            "/imported-models",
            filter?.ToQuery(null, null) ?? [],
            BedrockJsonContext.Default.ImportedModelPage,
            "a list of imported models",
            token);

    /// <summary>An imported model by name or ARN.</summary>
    public static Task<ImportedModel> GetImportedModelAsync(
        this BedrockConnection connection, string id, CancellationToken token = default) =>
        ModelCall.AboutAsync(id, () => connection.ReadAsync(
            "/imported-models/" + ModelPath.Escape(id),
            BedrockJsonContext.Default.ImportedModel,
            answer => answer.ModelArn.Length > 0 ? answer : null,
            "an imported model",
            token));

    /// <summary>The drafts of the account's guardrails, or every version of one, page by page.</summary>
    public static IAsyncEnumerable<Guardrail> ListGuardrailsAsync(
        this BedrockConnection connection, string? guardrailId = null, CancellationToken token = default) =>
        connection.ReadPagesAsync<GuardrailPage, Guardrail>(
            "/guardrails",
            [("guardrailIdentifier", guardrailId)],
            BedrockJsonContext.Default.GuardrailPage,
            "a list of guardrails",
            token);

    /// <summary>A guardrail by id or ARN; its draft where no version is named.</summary>
    public static Task<Guardrail> GetGuardrailAsync(
        this BedrockConnection connection, string id, string? version = null, CancellationToken token = default) =>
        connection.ReadAsync(
            "/guardrails/" + ModelPath.Escape(id) + QueryText.Of(("guardrailVersion", version)),
            BedrockJsonContext.Default.Guardrail,
            answer => answer.GuardrailId.Length > 0 ? answer : null,
            "a guardrail",
            token);

    /// <summary>The prompt routers of the account and of AWS, each page as it is asked for.</summary>
    public static IAsyncEnumerable<PromptRouter> ListPromptRoutersAsync(
        this BedrockConnection connection, string? type = null, CancellationToken token = default) =>
        connection.ReadPagesAsync<PromptRouterPage, PromptRouter>(
            "/prompt-routers",
            [("type", type)],
            BedrockJsonContext.Default.PromptRouterPage,
            "a list of prompt routers",
            token);

    /// <summary>A prompt router by ARN.</summary>
    public static Task<PromptRouter> GetPromptRouterAsync(
        this BedrockConnection connection, string arn, CancellationToken token = default) =>
        ModelCall.AboutAsync(arn, () => connection.ReadAsync(
            "/prompt-routers/" + ModelPath.Escape(arn),
            BedrockJsonContext.Default.PromptRouter,
            answer => answer.PromptRouterArn.Length > 0 ? answer : null,
            "a prompt router",
            token));
}
