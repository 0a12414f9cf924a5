using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace BedrockPS.Json;

/// <summary>A readable list as the JSON array of its items.</summary>
internal sealed class ReadableListConverter<T> : JsonConverter<ReadableList<T>>
{
    public override ReadableList<T>? Read(
        ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonSerializer.Deserialize(ref reader, TypeInfo(options)) is { } items ? new ReadableList<T>(items) : null;

    public override void Write(Utf8JsonWriter writer, ReadableList<T> value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, [.. value], TypeInfo(options));

    private static JsonTypeInfo<T[]> TypeInfo(JsonSerializerOptions options) =>
        (JsonTypeInfo<T[]>)options.GetTypeInfo(typeof(T[]));
}
