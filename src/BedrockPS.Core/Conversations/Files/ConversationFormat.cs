using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace BedrockPS.Conversations;

/// <summary>What holds for every conversation file: JSON lines, the first of them a header.</summary>
/// <remarks>docs/conversation-format.md describes the lines.</remarks>
internal static class ConversationFormat
{
    public const string Member = "bedrockPS";

    public const string Name = "conversation";

    /// <summary>Raised where an older reader would misread a file; new members alone do not need it.</summary>
    public const int Version = 1;

    private const int MaxDepth = 400;

    private static readonly JsonDocumentOptions ReadOptions = new() { MaxDepth = MaxDepth };

    private static readonly JsonWriterOptions WriterOptions = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = MaxDepth,
    };

    /// <exception cref="JsonException">It is not JSON.</exception>
    public static JsonNode? Parse(ReadOnlySpan<byte> json) => JsonNode.Parse(json, documentOptions: ReadOptions);

    /// <summary>A node as UTF-8; compact, and so on one line, unless it is for people.</summary>
    public static byte[] Write(JsonNode node, bool isIndented = false)
    {
        ArrayBufferWriter<byte> buffer = new(512);
        using (Utf8JsonWriter writer = new(buffer, WriterOptions with { Indented = isIndented }))
        {
            node.WriteTo(writer);
        }

        return buffer.WrittenSpan.ToArray();
    }
}
