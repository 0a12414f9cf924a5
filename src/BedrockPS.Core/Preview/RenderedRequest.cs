namespace BedrockPS.Preview;

/// <summary>What the renderers have to know of a request beyond its members.</summary>
internal static class RenderedRequest
{
    public static bool IsStream(BedrockRequestPreview request) =>
        request.Operation.EndsWith("Stream", StringComparison.Ordinal);

    public static bool IsConverse(BedrockRequestPreview request) =>
        request.Operation.StartsWith("Converse", StringComparison.Ordinal);
}
