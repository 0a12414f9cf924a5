namespace BedrockPS.Recording;

/// <summary>What a path asks for, in the service's words.</summary>
internal sealed record OperationName(string Operation, string? ModelId)
{
    private static readonly Dictionary<string, string> OfModel = new(StringComparer.Ordinal)
    {
        ["converse"] = "Converse",
        ["converse-stream"] = "ConverseStream",
        ["invoke"] = "InvokeModel",
        ["invoke-with-response-stream"] = "InvokeModelWithResponseStream",
        ["count-tokens"] = "CountTokens",
    };

    public static OperationName Of(string method, string path)
    {
        string[] segments = path.Split('?')[0].Trim('/').Split('/');
        return segments is ["model", var model, var verb] && OfModel.TryGetValue(verb, out string? operation)
            ? new OperationName(operation, Uri.UnescapeDataString(model))
            : new OperationName($"{method} {RequestPath.Normalize(path)}", null);
    }
}
