using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace BedrockPS.Json;

/// <summary>JSON as the wire has it.</summary>
public static class BedrockJson
{
    // Bodies are never put into HTML, so only what JSON itself demands is escaped.
    private static readonly JsonWriterOptions WriterOptions = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = DocumentWriter.MaxDepth + 32,
    };

    /// <summary>The free-form value as compact UTF-8 JSON.</summary>
    public static byte[] WriteDocument(object? value) => Write(writer => DocumentWriter.Write(writer, value));

    internal static byte[] Write<T>(T value, JsonTypeInfo<T> type) =>
        Write(writer => JsonSerializer.Serialize(writer, value, type));

    internal static T Read<T>(ReadOnlySpan<byte> json, JsonTypeInfo<T> type)
        where T : class =>
        JsonSerializer.Deserialize(json, type) ?? throw new JsonException("null stands where an object was expected.");

    private static byte[] Write(Action<Utf8JsonWriter> body)
    {
        ArrayBufferWriter<byte> buffer = new(512);
        using (Utf8JsonWriter writer = new(buffer, WriterOptions))
        {
            body(writer);
        }

        return buffer.WrittenSpan.ToArray();
    }
}
