namespace BedrockPS.Local.Operations;

/// <summary>The operation that a path names, with the id of the model or profile in it, unescaped.</summary>
internal sealed record Route(string Operation, string? ModelId, string Method)
{
    public const string ListFoundationModels = "ListFoundationModels";
    public const string GetFoundationModel = "GetFoundationModel";
    public const string GetFoundationModelAvailability = "GetFoundationModelAvailability";
    public const string ListInferenceProfiles = "ListInferenceProfiles";
    public const string GetInferenceProfile = "GetInferenceProfile";
    public const string Converse = "Converse";
    public const string ConverseStream = "ConverseStream";
    public const string InvokeModel = "InvokeModel";
    public const string InvokeModelWithResponseStream = "InvokeModelWithResponseStream";

    public bool IsInference => IsNative || Operation is Converse or ConverseStream;

    public bool IsStream => Operation is ConverseStream or InvokeModelWithResponseStream;

    public bool IsNative => Operation is InvokeModel or InvokeModelWithResponseStream;
}
