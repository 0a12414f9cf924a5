namespace BedrockPS.Local.Operations;

/// <summary>The operation that a path names, with the model id in it, unescaped.</summary>
internal sealed record Route(string Operation, string? ModelId, string Method)
{
    public const string ListFoundationModels = "ListFoundationModels";
    public const string Converse = "Converse";
    public const string ConverseStream = "ConverseStream";
    public const string InvokeModel = "InvokeModel";
    public const string InvokeModelWithResponseStream = "InvokeModelWithResponseStream";

    public bool IsInference => ModelId is not null;

    public bool IsStream => Operation is ConverseStream or InvokeModelWithResponseStream;

    public bool IsNative => Operation is InvokeModel or InvokeModelWithResponseStream;
}
