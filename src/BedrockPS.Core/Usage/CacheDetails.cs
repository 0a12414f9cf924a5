using System.Collections;

namespace BedrockPS.Usage;

/// <summary>Finds how long the written cache is kept, which sets its price.</summary>
internal static class CacheDetails
{
    /// <summary>The tokens by time to live, as Converse tells them.</summary>
    public static Dictionary<string, long> Read(TokenUsage? usage)
    {
        Dictionary<string, long> byTtl = [];
        object? details = null;
        usage?.Other?.TryGetValue("cacheDetails", out details);
        foreach (IDictionary detail in (details as IEnumerable)?.OfType<IDictionary>() ?? [])
        {
            Add(byTtl, detail["ttl"] as string, detail["inputTokens"]);
        }

        return byTtl;
    }

    /// <summary>
    /// The tokens by time to live, as Claude's own answer or chunk tells them; null where it does not.
    /// </summary>
    public static Dictionary<string, long>? ReadNative(object? piece)
    {
        if (CacheCreationIn(piece) is not { } creation)
        {
            return null;
        }

        Dictionary<string, long> byTtl = [];
        Add(byTtl, "5m", creation["ephemeral_5m_input_tokens"]);
        Add(byTtl, "1h", creation["ephemeral_1h_input_tokens"]);
        return byTtl;
    }

    /// <summary>Whether a member, such as the use of the service's own tools, counts anything.</summary>
    public static bool HasCount(IDictionary<string, object?>? members, string name)
    {
        object? value = null;
        members?.TryGetValue(name, out value);
        return value is IDictionary counts && counts.Values.OfType<long>().Any(count => count > 0);
    }

    private static IDictionary? CacheCreationIn(object? piece)
    {
        IDictionary? body = piece as IDictionary;
        object? usage = body?["usage"] ?? (body?["message"] as IDictionary)?["usage"];
        return (usage as IDictionary)?["cache_creation"] as IDictionary;
    }

    private static void Add(Dictionary<string, long> byTtl, string? ttl, object? tokens)
    {
        if (ttl is not null && tokens is long and > 0)
        {
            byTtl[ttl] = byTtl.GetValueOrDefault(ttl) + (long)tokens;
        }
    }
}
