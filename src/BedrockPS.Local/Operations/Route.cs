namespace BedrockPS.Local.Operations;

/// <summary>The operation that a path names, with the id or ARN in it, unescaped.</summary>
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
    public const string CountTokens = "CountTokens";
    public const string ApplyGuardrail = "ApplyGuardrail";
    public const string StartAsyncInvoke = "StartAsyncInvoke";
    public const string GetAsyncInvoke = "GetAsyncInvoke";
    public const string ListAsyncInvokes = "ListAsyncInvokes";

    /// <summary>The version of a guardrail that the path names.</summary>
    public string? Version { get; init; }

    public bool IsInference => IsNative || Operation is Converse or ConverseStream;

    public bool IsStream => Operation is ConverseStream or InvokeModelWithResponseStream;

    public bool IsNative => Operation is InvokeModel or InvokeModelWithResponseStream;
}
