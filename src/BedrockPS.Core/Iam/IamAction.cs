namespace BedrockPS.Iam;

/// <summary>The IAM actions that calls of this module need; Converse has none of its own.</summary>
public static class IamAction
{
    /// <summary>InvokeModel and Converse.</summary>
    public const string InvokeModel = "bedrock:InvokeModel";

    /// <summary>InvokeModelWithResponseStream and ConverseStream.</summary>
    public const string InvokeModelStream = "bedrock:InvokeModelWithResponseStream";

    /// <summary>A stored prompt that stands for a model.</summary>
    public const string RenderPrompt = "bedrock:RenderPrompt";

    /// <summary>The list of models.</summary>
    public const string ListModels = "bedrock:ListFoundationModels";

    /// <summary>One model.</summary>
    public const string GetModel = "bedrock:GetFoundationModel";

    /// <summary>What the account may have of a model.</summary>
    public const string GetAvailability = "bedrock:GetFoundationModelAvailability";

    /// <summary>The list of inference profiles.</summary>
    public const string ListProfiles = "bedrock:ListInferenceProfiles";

    /// <summary>One inference profile.</summary>
    public const string GetProfile = "bedrock:GetInferenceProfile";

    internal const string InvokeEndpoint = "sagemaker:InvokeEndpoint";

    internal const string InvokeEndpointStream = "sagemaker:InvokeEndpointWithResponseStream";
}
