using System.Text.Json;

namespace BedrockPS.Usage;

/// <summary>Reads a line of the log; members that are not known are passed over.</summary>
internal static class UsageLineReader
{
    /// <returns>Null where the call is outside the time.</returns>
    public static UsageEntry? Read(
        ReadOnlySpan<byte> line, Utf8Pool pool, DateTimeOffset? since, DateTimeOffset? until)
    {
        Utf8JsonReader json = new(line);
        if (!json.Read() || json.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("A line must be an object.");
        }

        UsageEntry entry = new();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (json.ValueTextEquals("time"u8))
            {
                json.Read();
                entry.Time = json.GetDateTimeOffset();
                if (entry.Time < since || entry.Time >= until)
                {
                    return null;
                }
            }
            else
            {
                ReadMember(ref json, entry, pool);
            }
        }

        return json.TokenType == JsonTokenType.EndObject && !json.Read()
            ? entry
            : throw new JsonException("A line must be one object.");
    }

    private static void ReadMember(ref Utf8JsonReader json, UsageEntry entry, Utf8Pool pool)
    {
        ReadOnlySpan<byte> name = json.ValueSpan;
        json.Read();
        switch (json.TokenType)
        {
            case JsonTokenType.String:
                ReadText(ref json, name, entry, pool);
                break;
            case JsonTokenType.Number:
                ReadNumber(ref json, name, entry);
                break;
            case JsonTokenType.StartObject when name.SequenceEqual("metadata"u8):
                entry.Metadata = ReadMetadata(ref json, pool);
                break;
            default:
                json.Skip();
                break;
        }
    }

    private static void ReadText(ref Utf8JsonReader json, ReadOnlySpan<byte> name, UsageEntry entry, Utf8Pool pool)
    {
        if (name.SequenceEqual("operation"u8)) { entry.Operation = pool.Get(ref json); }
        else if (name.SequenceEqual("modelId"u8)) { entry.ModelId = pool.Get(ref json); }
        else if (name.SequenceEqual("model"u8)) { entry.Model = pool.Get(ref json); }
        else if (name.SequenceEqual("inferenceProfile"u8)) { entry.InferenceProfile = pool.Get(ref json); }
        else if (name.SequenceEqual("account"u8)) { entry.AccountId = pool.Get(ref json); }
        else if (name.SequenceEqual("profile"u8)) { entry.ProfileName = pool.Get(ref json); }
        else if (name.SequenceEqual("region"u8)) { entry.Region = pool.Get(ref json); }
        else if (name.SequenceEqual("tier"u8)) { entry.Tier = pool.Get(ref json); }
        else if (name.SequenceEqual("conversation"u8)) { entry.ConversationId = pool.Get(ref json); }
        else if (name.SequenceEqual("stopReason"u8)) { entry.StopReason = pool.Get(ref json); }
        else if (name.SequenceEqual("error"u8)) { entry.ErrorCode = pool.Get(ref json); }
        else if (name.SequenceEqual("currency"u8)) { entry.Currency = pool.Get(ref json); }
        else if (name.SequenceEqual("unknown"u8)) { entry.UnknownReason = pool.Get(ref json); }
        else if (name.SequenceEqual("requestId"u8)) { entry.RequestId = json.GetString(); }
        else if (name.SequenceEqual("promptSha256"u8)) { entry.PromptSha256 = json.GetString(); }
    }

    private static void ReadNumber(ref Utf8JsonReader json, ReadOnlySpan<byte> name, UsageEntry entry)
    {
        if (name.SequenceEqual("inputTokens"u8)) { entry.InputTokens = json.GetInt64(); }
        else if (name.SequenceEqual("outputTokens"u8)) { entry.OutputTokens = json.GetInt64(); }
        else if (name.SequenceEqual("cacheReadTokens"u8)) { entry.CacheReadTokens = json.GetInt64(); }
        else if (name.SequenceEqual("cacheWriteTokens"u8)) { entry.CacheWriteTokens = json.GetInt64(); }
        else if (name.SequenceEqual("latencyMs"u8)) { entry.LatencyMs = json.GetInt64(); }
        else if (name.SequenceEqual("elapsedMs"u8)) { entry.ElapsedMs = json.GetInt64(); }
        else if (name.SequenceEqual("attempts"u8)) { entry.Attempts = json.GetInt32(); }
        else if (name.SequenceEqual("cost"u8)) { entry.Cost = json.GetDecimal(); }
        else if (name.SequenceEqual("knownCost"u8)) { entry.KnownCost = json.GetDecimal(); }
    }

    private static Dictionary<string, string> ReadMetadata(ref Utf8JsonReader json, Utf8Pool pool)
    {
        Dictionary<string, string> tags = [];
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            string name = pool.Get(ref json);
            json.Read();
            tags[name] = pool.Get(ref json);
        }

        return tags;
    }
}
