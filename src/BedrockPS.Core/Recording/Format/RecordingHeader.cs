using System.Text.Json;

namespace BedrockPS.Recording;

/// <summary>The first line of a recording, which tells it from every other file.</summary>
internal static class RecordingHeader
{
    // Room for members that a later version may add.
    private const int MaxLength = 4096;

    /// <summary>The version of the format that the line names; null where it is no header.</summary>
    public static int? Version(ReadOnlyMemory<byte> line)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(line);
            JsonElement header = json.RootElement;
            return header.ValueKind == JsonValueKind.Object
                && header.TryGetProperty("format", out JsonElement format)
                && format.ValueKind == JsonValueKind.String
                && format.ValueEquals(RecordingFormat.Name)
                && header.TryGetProperty("version", out JsonElement value)
                && value.ValueKind == JsonValueKind.Number
                && value.TryGetInt32(out int version)
                ? version
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Whether nothing but a recording would be lost with the file: it is one, or holds nothing.</summary>
    public static bool IsOfEmptyOrRecording(string path)
    {
        byte[] buffer = new byte[MaxLength];
        using FileStream file = File.OpenRead(path);
        ReadOnlySpan<byte> start = buffer.AsSpan(0, file.ReadAtLeast(buffer, MaxLength, throwOnEndOfStream: false));
        start = start.StartsWith("\uFEFF"u8) ? start[3..] : start;
        int length = start.IndexOf((byte)'\n');
        return start.Trim(" \t\r\n"u8).IsEmpty
            || Version(start[..(length < 0 ? start.Length : length)].ToArray()) is not null;
    }
}
