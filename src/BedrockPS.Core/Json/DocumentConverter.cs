using System.Text.Json;
using System.Text.Json.Serialization;

namespace BedrockPS.Json;

/// <summary>
/// Free-form members: read with <see cref="DocumentReader"/>, written with <see cref="DocumentWriter"/>.
/// </summary>
internal sealed class DocumentConverter : JsonConverter<object?>
{
    public override bool HandleNull => true;

    public override object? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        DocumentReader.Read(ref reader);

    public override void Write(Utf8JsonWriter writer, object? value, JsonSerializerOptions options) =>
        DocumentWriter.Write(writer, value);
}
