using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace BedrockPS.Recording;

/// <summary>What holds for every recording: JSON lines, the first of them a header.</summary>
/// <remarks>docs/recording-format.md describes the lines.</remarks>
internal static class RecordingFormat
{
    public const string Name = "bedrockps-recording";

    /// <summary>Raised where an older reader would misread a file; new members alone do not need it.</summary>
    public const int Version = 1;

    public const int MaxDepth = 300;

    private static readonly JsonWriterOptions WriterOptions = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = MaxDepth,
    };

    /// <summary>The header, without its line feed.</summary>
    public static byte[] Header() => Write(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("format", Name);
        writer.WriteNumber("version", Version);
        writer.WriteString("module", typeof(RecordingFormat).Assembly.GetName().Version!.ToString(3));
        writer.WriteEndObject();
    });

    public static byte[] Write(Action<Utf8JsonWriter> write)
    {
        ArrayBufferWriter<byte> buffer = new(512);
        using (Utf8JsonWriter writer = new(buffer, WriterOptions))
        {
            write(writer);
        }

        return buffer.WrittenSpan.ToArray();
    }
}
