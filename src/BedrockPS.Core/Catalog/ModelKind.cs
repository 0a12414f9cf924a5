namespace BedrockPS.Catalog;

/// <summary>What can stand for a model, in the words of the ARNs; others may come.</summary>
public static class ModelKind
{
    /// <summary>A foundation model.</summary>
    public const string FoundationModel = "foundation-model";

    /// <summary>An inference profile that AWS made.</summary>
    public const string InferenceProfile = "inference-profile";

    /// <summary>An inference profile that the account made.</summary>
    public const string ApplicationInferenceProfile = "application-inference-profile";

    /// <summary>A model of the account's own, called through one of the next two.</summary>
    public const string CustomModel = "custom-model";

    /// <summary>A custom model that is deployed.</summary>
    public const string CustomModelDeployment = "custom-model-deployment";

    /// <summary>Throughput that the account has bought.</summary>
    public const string ProvisionedModel = "provisioned-model";

    /// <summary>A model that the account has brought along.</summary>
    public const string ImportedModel = "imported-model";

    /// <summary>A router of AWS, which chooses between models.</summary>
    public const string DefaultPromptRouter = "default-prompt-router";

    /// <summary>A router of the account, which chooses between models.</summary>
    public const string PromptRouter = "prompt-router";

    /// <summary>A prompt of prompt management.</summary>
    public const string Prompt = "prompt";

    /// <summary>A marketplace model on an endpoint of SageMaker.</summary>
    public const string SageMakerEndpoint = "endpoint";

    /// <summary>A bare name that is no model id and no profile id, such as that of provisioned throughput.</summary>
    public const string Name = "name";
}
