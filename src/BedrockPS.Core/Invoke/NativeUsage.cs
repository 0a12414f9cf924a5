using System.Collections;
using BedrockPS.Http;

namespace BedrockPS.Invoke;

/// <summary>What a native call used: from the answer's headers, or from the metrics in a stream's last chunk.</summary>
internal static class NativeUsage
{
    private const string Prefix = "X-Amzn-Bedrock-";

    public static TokenUsage? FromHeaders(HttpResponseMessage head) => Make(
        ResponseFacts.Number(head, Prefix + "Input-Token-Count"),
        ResponseFacts.Number(head, Prefix + "Output-Token-Count"),
        ResponseFacts.Number(head, Prefix + "Cache-Read-Input-Token-Count"),
        ResponseFacts.Number(head, Prefix + "Cache-Write-Input-Token-Count"));

    public static long? LatencyFromHeaders(HttpResponseMessage head) =>
        ResponseFacts.Number(head, Prefix + "Invocation-Latency");

    /// <summary>The metrics of a chunk; null where it carries none.</summary>
    public static IDictionary? MetricsIn(object? chunk) =>
        (chunk as IDictionary)?["amazon-bedrock-invocationMetrics"] as IDictionary;

    public static TokenUsage? FromMetrics(IDictionary metrics) => Make(
        metrics["inputTokenCount"] as long?,
        metrics["outputTokenCount"] as long?,
        metrics["cacheReadInputTokenCount"] as long?,
        metrics["cacheWriteInputTokenCount"] as long?);

    private static TokenUsage? Make(long? input, long? output, long? cacheRead, long? cacheWrite)
    {
        if (input is null && output is null)
        {
            return null;
        }

        return new TokenUsage
        {
            InputTokens = input ?? 0,
            OutputTokens = output ?? 0,
            TotalTokens = (input ?? 0) + (output ?? 0) + (cacheRead ?? 0) + (cacheWrite ?? 0),
            CacheReadInputTokens = cacheRead,
            CacheWriteInputTokens = cacheWrite,
        };
    }
}
