using System.Buffers;
using System.Text;
using System.Text.Json;
using BedrockPS.Json;

namespace BedrockPS.Recording;

/// <summary>Replaces texts and numbers within JSON, and leaves everything else byte for byte.</summary>
internal static class JsonTexts
{
    /// <summary>The JSON with what <paramref name="map"/> makes of its values.</summary>
    /// <param name="json">Valid JSON.</param>
    /// <param name="map">Given where a value stands and its text; returns that text, or what is to stand there.</param>
    public static byte[] Map(ReadOnlySpan<byte> json, Func<JsonPlace, string, string> map)
    {
        ArrayBufferWriter<byte> result = new(json.Length + 16);
        Utf8JsonReader reader = new(json, new JsonReaderOptions { MaxDepth = RecordingFormat.MaxDepth });
        JsonPlaces places = new();
        int copied = 0;
        while (reader.Read())
        {
            places.Move(ref reader);
            if (Replace(ref reader, places, map) is { } replacement)
            {
                result.Write(json[copied..(int)reader.TokenStartIndex]);
                result.Write(replacement);
                copied = (int)reader.BytesConsumed;
            }
        }

        result.Write(json[copied..]);
        return result.WrittenSpan.ToArray();
    }

    private static byte[]? Replace(ref Utf8JsonReader reader, JsonPlaces places, Func<JsonPlace, string, string> map)
    {
        if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.Number))
        {
            return null;
        }

        string text = reader.TokenType == JsonTokenType.String
            ? JsonText.Read(ref reader)!
            : Encoding.ASCII.GetString(reader.ValueSpan);
        string mapped = map(places.Current(reader.TokenType == JsonTokenType.String), text);
        return mapped == text ? null : RecordingFormat.Write(writer => writer.WriteStringValue(mapped));
    }
}
