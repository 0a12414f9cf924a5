using System.Buffers;
using System.Text;
using System.Text.Json;
using BedrockPS.Json;

namespace BedrockPS.Recording;

/// <summary>Replaces texts, numbers and names within JSON, and leaves everything else byte for byte.</summary>
internal static class JsonTexts
{
    /// <summary>The JSON with what <paramref name="map"/> makes of its values.</summary>
    /// <param name="json">Valid JSON.</param>
    /// <param name="map">Given where a value stands and its text; returns that text, or what is to stand there.</param>
    /// <param name="mapName">The same for the names of members; null leaves them.</param>
    public static byte[] Map(
        ReadOnlySpan<byte> json, Func<JsonPlace, string, string> map, Func<string, string>? mapName = null)
    {
        ArrayBufferWriter<byte> result = new(json.Length + 16);
        Utf8JsonReader reader = new(json, new JsonReaderOptions { MaxDepth = RecordingFormat.MaxDepth });
        JsonPlaces places = new();
        int copied = 0;
        while (reader.Read())
        {
            places.Move(ref reader);
            byte[]? replacement = reader.TokenType == JsonTokenType.PropertyName
                ? mapName is null ? null : Written(JsonText.Read(ref reader)!, mapName)
                : Replace(ref reader, places, map);
            if (replacement is not null)
            {
                result.Write(json[copied..(int)reader.TokenStartIndex]);
                result.Write(replacement);
                copied = End(ref reader);
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
        JsonPlace place = places.Current(reader.TokenType == JsonTokenType.String);
        return Written(text, value => map(place, value));
    }

    private static byte[]? Written(string text, Func<string, string> map)
    {
        string mapped = map(text);
        return mapped == text ? null : RecordingFormat.Write(writer => writer.WriteStringValue(mapped));
    }

    // Past a name the reader has taken the colon too.
    private static int End(ref Utf8JsonReader reader)
    {
        const int Quotes = 2;
        return reader.TokenType == JsonTokenType.PropertyName
            ? (int)reader.TokenStartIndex + reader.ValueSpan.Length + Quotes
            : (int)reader.BytesConsumed;
    }
}
