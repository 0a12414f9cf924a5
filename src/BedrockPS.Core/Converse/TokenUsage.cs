using System.Collections;
using System.Collections.Specialized;
using System.Text.Json.Serialization;

namespace BedrockPS;

/// <summary>What a call used, in tokens.</summary>
public sealed class TokenUsage
{
    /// <summary>Tokens read, without those that came from or went to the prompt cache.</summary>
    public long InputTokens { get; set; }

    /// <summary>Tokens written.</summary>
    public long OutputTokens { get; set; }

    /// <summary>All tokens of the call.</summary>
    public long TotalTokens { get; set; }

    /// <summary>Tokens that came from the prompt cache; null where the service did not say.</summary>
    public long? CacheReadInputTokens { get; set; }

    /// <summary>Tokens that went to the prompt cache; null where the service did not say.</summary>
    public long? CacheWriteInputTokens { get; set; }

    /// <summary>Members that this version does not name, such as <c>cacheDetails</c>.</summary>
    [JsonExtensionData]
    public IDictionary<string, object?>? Other { get; set; }

    /// <summary>Adds what another call used.</summary>
    public void Add(TokenUsage other)
    {
        InputTokens += other.InputTokens;
        OutputTokens += other.OutputTokens;
        TotalTokens += other.TotalTokens;
        CacheReadInputTokens = Sum(CacheReadInputTokens, other.CacheReadInputTokens);
        CacheWriteInputTokens = Sum(CacheWriteInputTokens, other.CacheWriteInputTokens);
        foreach (KeyValuePair<string, object?> member in other.Other ?? new Dictionary<string, object?>())
        {
            Other ??= new Dictionary<string, object?>();
            Other[member.Key] = Sum(Other.TryGetValue(member.Key, out object? mine) ? mine : null, member.Value);
        }
    }

    /// <summary>The three counts, for a glance.</summary>
    public override string ToString() => $"{InputTokens} in, {OutputTokens} out, {TotalTokens} total";

    // Counts are added, wherever they stand; lists, such as cacheDetails, are joined; of other values the last stands.
    private static object? Sum(object? left, object? right) => (left, right) switch
    {
        (long one, long two) => one + two,
        (object?[] one, object?[] two) => (object?[])[.. one, .. two],
        (IDictionary one, IDictionary two) => Sum(one, two),
        _ => right ?? left,
    };

    private static OrderedDictionary Sum(IDictionary left, IDictionary right)
    {
        OrderedDictionary sum = new(StringComparer.OrdinalIgnoreCase);
        foreach (DictionaryEntry member in left.Cast<DictionaryEntry>().Concat(right.Cast<DictionaryEntry>()))
        {
            sum[member.Key] = Sum(sum[member.Key], member.Value);
        }

        return sum;
    }

    private static long? Sum(long? left, long? right) => left is null ? right : left + (right ?? 0);
}
