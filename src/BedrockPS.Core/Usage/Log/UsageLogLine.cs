using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace BedrockPS.Usage;

/// <summary>Writes a call as a line of the log; the time comes first, so that a reader can skip early.</summary>
internal static class UsageLogLine
{
    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    public static ReadOnlySpan<byte> Write(UsageEntry entry, bool isAfterTornLine)
    {
        ArrayBufferWriter<byte> buffer = new(512);
        if (isAfterTornLine)
        {
            buffer.Write("\n"u8);
        }

        using (Utf8JsonWriter json = new(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("time"u8, entry.Time.UtcDateTime);
            WriteFacts(json, entry);
            WriteNumbers(json, entry);
            WriteMetadata(json, entry.Metadata);
            json.WriteEndObject();
        }

        buffer.Write("\n"u8);
        return buffer.WrittenSpan;
    }

    private static void WriteFacts(Utf8JsonWriter json, UsageEntry entry)
    {
        Write(json, "operation"u8, entry.Operation);
        Write(json, "modelId"u8, entry.ModelId);
        Write(json, "model"u8, entry.Model);
        Write(json, "inferenceProfile"u8, entry.InferenceProfile);
        Write(json, "account"u8, entry.AccountId);
        Write(json, "profile"u8, entry.ProfileName);
        Write(json, "region"u8, entry.Region);
        Write(json, "tier"u8, entry.Tier);
        Write(json, "conversation"u8, entry.ConversationId);
        Write(json, "stopReason"u8, entry.StopReason);
        Write(json, "error"u8, entry.ErrorCode);
        Write(json, "requestId"u8, entry.RequestId);
        Write(json, "promptSha256"u8, entry.PromptSha256);
        Write(json, "currency"u8, entry.Currency);
        Write(json, "unknown"u8, entry.UnknownReason);
    }

    private static void WriteNumbers(Utf8JsonWriter json, UsageEntry entry)
    {
        Write(json, "inputTokens"u8, entry.InputTokens);
        Write(json, "outputTokens"u8, entry.OutputTokens);
        Write(json, "cacheReadTokens"u8, entry.CacheReadTokens);
        Write(json, "cacheWriteTokens"u8, entry.CacheWriteTokens);
        Write(json, "latencyMs"u8, entry.LatencyMs);
        Write(json, "elapsedMs"u8, entry.ElapsedMs);
        json.WriteNumber("attempts"u8, entry.Attempts);
        Write(json, "cost"u8, entry.Cost);
        Write(json, "knownCost"u8, entry.KnownCost);
    }

    private static void WriteMetadata(Utf8JsonWriter json, IDictionary<string, string>? metadata)
    {
        if (metadata is not { Count: > 0 })
        {
            return;
        }

        json.WriteStartObject("metadata"u8);
        foreach ((string name, string value) in metadata)
        {
            json.WriteString(name, value);
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    private static void Write(Utf8JsonWriter json, ReadOnlySpan<byte> name, decimal? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
    }
}
