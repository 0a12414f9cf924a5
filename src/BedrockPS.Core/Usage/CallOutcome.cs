using System.Collections;

namespace BedrockPS.Usage;

/// <summary>What is known of a call once it is over, as far as its price depends on it.</summary>
public sealed record CallOutcome
{
    /// <summary>What it used; null where the service did not say.</summary>
    public TokenUsage? Usage { get; init; }

    /// <summary>Tokens that went to the cache, by time to live, as far as the service told them apart.</summary>
    public IReadOnlyDictionary<string, long> CacheWrites { get; init; } = new Dictionary<string, long>();

    /// <summary>The tier that served the call; null where the service did not say.</summary>
    public string? Tier { get; init; }

    /// <summary>The latency that the call was served with; null where the service did not say.</summary>
    public string? Latency { get; init; }

    /// <summary>The model that a prompt router chose; null where there was none.</summary>
    public string? RoutedModelId { get; init; }

    /// <summary>How many images were made.</summary>
    public int Images { get; init; }

    /// <summary>Whether the service ran tools of its own, which have prices of their own.</summary>
    public bool UsedServerTools { get; init; }

    /// <summary>Why the model stopped.</summary>
    public string? StopReason { get; init; }

    /// <summary>The service's id of the request.</summary>
    public string? RequestId { get; init; }

    /// <summary>The service's own measure of the call, in milliseconds.</summary>
    public long? LatencyMs { get; init; }

    /// <summary>How often the request was sent.</summary>
    public int Attempts { get; init; } = 1;

    /// <summary>What an answer of Converse tells.</summary>
    public static CallOutcome Of(ConverseResponse answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return new CallOutcome
        {
            Usage = answer.Usage,
            CacheWrites = CacheDetails.Read(answer.Usage),
            Tier = Member(answer.Other, "serviceTier", "type"),
            Latency = Member(answer.Other, "performanceConfig", "latency"),
            RoutedModelId = Member(answer.Trace as IDictionary, "promptRouter", "invokedModelId"),
            UsedServerTools = CacheDetails.HasCount(answer.Usage?.Other, "serverToolUsage"),
            StopReason = answer.StopReason,
            RequestId = answer.RequestId,
            LatencyMs = answer.LatencyMs,
            Attempts = answer.Attempts,
        };
    }

    /// <summary>What a native answer tells.</summary>
    public static CallOutcome Of(InvokeModelResponse answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        IDictionary? body = answer.Body as IDictionary;
        return new CallOutcome
        {
            Usage = answer.Usage,
            CacheWrites = CacheDetails.ReadNative(answer.Body) ?? [],
            Images = (body?["images"] ?? body?["artifacts"]) is object?[] images ? images.Length : 0,
            StopReason = answer.StopReason,
            RequestId = answer.RequestId,
            LatencyMs = answer.LatencyMs,
            Attempts = answer.Attempts,
        };
    }

    private static string? Member(IDictionary<string, object?>? members, string name, string inner) =>
        members is not null && members.TryGetValue(name, out object? value) ? Member(value, inner) : null;

    private static string? Member(IDictionary? members, string name, string inner) =>
        Member(members?[name], inner);

    private static string? Member(object? value, string name) => (value as IDictionary)?[name] as string;
}
