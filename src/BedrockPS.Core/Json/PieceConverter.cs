using System.Text.Json;
using System.Text.Json.Serialization;

namespace BedrockPS.Json;

/// <summary>Reads a piece of a text, which may end in half a character: the other half is in the next piece.</summary>
internal sealed class PieceConverter : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonText.Read(ref reader);

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value);
}
