using System.Text.Json;

namespace BedrockPS.Recording;

/// <summary>The JSON that a chunk of InvokeModel's stream wraps in base64, beside its padding.</summary>
internal sealed record ChunkJson(byte[] Json, string? Padding)
{
    public const string Member = "chunk";
    public const string PaddingMember = "p";
    private const string Bytes = "bytes";

    /// <summary>What the payload wraps; null where wrapping it again would not give these very bytes.</summary>
    public static ChunkJson? Unwrap(ReadOnlySpan<byte> payload)
    {
        Utf8JsonReader reader = new(payload, new JsonReaderOptions { MaxDepth = RecordingFormat.MaxDepth });
        JsonElement wrapper = JsonElement.ParseValue(ref reader);
        if (payload.Contains((byte)'\\')
            || wrapper.ValueKind != JsonValueKind.Object
            || !wrapper.TryGetProperty(Bytes, out JsonElement text)
            || text.ValueKind != JsonValueKind.String
            || !text.TryGetBytesFromBase64(out byte[]? json)
            || !BodyJson.IsLineJson(json))
        {
            return null;
        }

        bool isPadded = wrapper.TryGetProperty(PaddingMember, out JsonElement padding)
            && padding.ValueKind == JsonValueKind.String;
        ChunkJson chunk = new(json, isPadded ? padding.GetString() : null);
        return payload.SequenceEqual(Wrap(chunk.Json, chunk.Padding)) ? chunk : null;
    }

    /// <summary>The payload, as the service writes it.</summary>
    public static byte[] Wrap(byte[] json, string? padding) => RecordingFormat.Write(writer =>
    {
        writer.WriteStartObject();
        writer.WriteBase64String(Bytes, json);
        if (padding is not null)
        {
            writer.WriteString(PaddingMember, padding);
        }

        writer.WriteEndObject();
    });
}
