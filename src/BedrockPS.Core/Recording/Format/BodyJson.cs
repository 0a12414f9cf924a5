using System.Text.Json;
using System.Text.Unicode;

namespace BedrockPS.Recording;

/// <summary>
/// A body as a member of a line, in the most readable form that gives the same bytes back: JSON, text or base64.
/// </summary>
internal static class BodyJson
{
    private const string TextSuffix = "Text";
    private const string BytesSuffix = "Bytes";

    // Lines nest a few levels deeper than what they hold.
    private const int MaxDepth = RecordingFormat.MaxDepth - 8;

    public static void Write(Utf8JsonWriter writer, string name, ReadOnlySpan<byte> body)
    {
        if (IsLineJson(body))
        {
            writer.WritePropertyName(name);
            writer.WriteRawValue(body, skipInputValidation: true);
        }
        else if (Utf8.IsValid(body))
        {
            writer.WriteString(name + TextSuffix, body);
        }
        else
        {
            writer.WriteBase64String(name + BytesSuffix, body);
        }
    }

    /// <summary>The bytes; null where the line has no such member.</summary>
    public static byte[]? Read(JsonElement line, string name)
    {
        if (line.TryGetProperty(name, out JsonElement json))
        {
            return RawBytes(json);
        }

        if (line.TryGetProperty(name + TextSuffix, out JsonElement text))
        {
            return System.Text.Encoding.UTF8.GetBytes(text.GetString() ?? string.Empty);
        }

        return line.TryGetProperty(name + BytesSuffix, out JsonElement bytes) ? bytes.GetBytesFromBase64() : null;
    }

    /// <summary>The value as it stands in the file.</summary>
    public static byte[] RawBytes(JsonElement json) => System.Text.Encoding.UTF8.GetBytes(json.GetRawText());

    /// <summary>Whether the bytes are one JSON value that can stand in a line as they are.</summary>
    public static bool IsLineJson(ReadOnlySpan<byte> body) =>
        !body.IsEmpty
        && body[0] > ' '
        && body[^1] > ' '
        && body.IndexOfAny((byte)'\n', (byte)'\r') < 0
        && IsJson(body);

    /// <summary>Whether the bytes are one JSON value in UTF-8.</summary>
    public static bool IsJson(ReadOnlySpan<byte> body)
    {
        if (!Utf8.IsValid(body))
        {
            return false;
        }

        try
        {
            Utf8JsonReader reader = new(body, new JsonReaderOptions { MaxDepth = MaxDepth });
            while (reader.Read())
            {
            }

            return reader.BytesConsumed > 0;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
