using BedrockPS.Local.Operations;
using static BedrockPS.Local.Resources.ResourceFilter;

namespace BedrockPS.Local.Resources;

/// <summary>The kinds that the endpoint serves.</summary>
internal static class ResourceKinds
{
    public const string Guardrails = "guardrails";

    private const string Draft = "DRAFT";

    public static ResourceKind[] All { get; } =
    [
        new()
        {
            Name = "custom-models",
            Noun = "custom model",
            ListOperation = "ListCustomModels",
            GetOperation = "GetCustomModel",
            ListMember = "modelSummaries",
            Keys = ["modelArn", "modelName"],
            Summary =
            [
                "modelArn", "modelName", "creationTime", "baseModelArn", "baseModelName", "customizationType",
                "ownerAccountId", "modelStatus",
            ],
            SummaryOnly = ["baseModelName", "ownerAccountId"],
            TimeMember = "creationTime",
            ListFilters =
            [
                .. Created(), Contains("nameContains", "modelName"),
                Equal("modelStatus", "modelStatus", "Active", "Creating", "Failed"),
                Equal("baseModelArnEquals", "baseModelArn"), Equal("foundationModelArnEquals", "baseModelArn"),
                new("isOwned", (_, value) => value is not "false", ["true", "false"]),
            ],
        },
        new()
        {
            Name = "imported-models",
            Noun = "imported model",
            ListOperation = "ListImportedModels",
            GetOperation = "GetImportedModel",
            ListMember = "modelSummaries",
            Keys = ["modelArn", "modelName"],
            Summary = ["modelArn", "modelName", "creationTime", "instructSupported", "modelArchitecture"],
            TimeMember = "creationTime",
            ListFilters = [.. Created(), Contains("nameContains", "modelName")],
        },
        new()
        {
            Name = "provisioned-model-throughputs",
            Noun = "provisioned model throughput",
            ItemName = "provisioned-model-throughput",
            ListOperation = "ListProvisionedModelThroughputs",
            GetOperation = "GetProvisionedModelThroughput",
            ListMember = "provisionedModelSummaries",
            Keys = ["provisionedModelArn", "provisionedModelName"],
            Summary =
            [
                "provisionedModelName", "provisionedModelArn", "modelArn", "desiredModelArn", "foundationModelArn",
                "modelUnits", "desiredModelUnits", "status", "commitmentDuration", "commitmentExpirationTime",
                "creationTime", "lastModifiedTime",
            ],
            TimeMember = "creationTime",
            ListFilters =
            [
                .. Created(), Contains("nameContains", "provisionedModelName"), Equal("modelArnEquals", "modelArn"),
                Equal("statusEquals", "status", "Creating", "InService", "Updating", "Failed"),
            ],
        },
        new()
        {
            Name = Guardrails,
            Noun = "guardrail",
            ListOperation = "ListGuardrails",
            GetOperation = "GetGuardrail",
            ListMember = "guardrails",
            Keys = ["guardrailId", "guardrailArn"],
            Summary =
            [
                "id=guardrailId", "arn=guardrailArn", "status", "name", "description", "version", "createdAt",
                "updatedAt",
            ],
            // Of all guardrails the list has the drafts; of one guardrail, every version.
            ListFilters =
            [
                new("guardrailIdentifier", (item, value) => value is null
                    ? item.At("version").Text() == Draft
                    : item.At("guardrailId").Text() == value || item.At("guardrailArn").Text() == value),
            ],
            GetFilters = [new("guardrailVersion", (item, value) => item.At("version").Text() == (value ?? Draft))],
        },
        new()
        {
            Name = "prompt-routers",
            Noun = "prompt router",
            ListOperation = "ListPromptRouters",
            GetOperation = "GetPromptRouter",
            ListMember = "promptRouterSummaries",
            Keys = ["promptRouterArn"],
            Summary =
            [
                "promptRouterName", "routingCriteria", "description", "createdAt", "updatedAt", "promptRouterArn",
                "models", "fallbackModel", "status", "type",
            ],
            ListFilters = [Equal("type", "type", "custom", "default")],
        },
        new()
        {
            Name = "model-invocation-jobs",
            Noun = "model invocation job",
            ItemName = "model-invocation-job",
            ListOperation = "ListModelInvocationJobs",
            GetOperation = "GetModelInvocationJob",
            ListMember = "invocationJobSummaries",
            Keys = ["jobArn"],
            Summary =
            [
                "jobArn", "jobName", "modelId", "clientRequestToken", "roleArn", "status", "message", "submitTime",
                "lastModifiedTime", "endTime", "inputDataConfig", "outputDataConfig", "vpcConfig",
                "timeoutDurationInHours", "jobExpirationTime", "modelInvocationType", "totalRecordCount",
                "processedRecordCount", "successRecordCount", "errorRecordCount",
            ],
            TimeMember = "submitTime",
            ListFilters =
            [
                Before("submitTimeBefore", "submitTime"), After("submitTimeAfter", "submitTime"),
                Contains("nameContains", "jobName"),
                Equal(
                    "statusEquals", "status", "Submitted", "InProgress", "Completed", "Failed", "Stopping", "Stopped",
                    "PartiallyCompleted", "Expired", "Validating", "Scheduled"),
            ],
        },
    ];

    private static ResourceFilter[] Created() =>
        [Before("creationTimeBefore", "creationTime"), After("creationTimeAfter", "creationTime")];
}
