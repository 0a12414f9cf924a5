using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using BedrockPS.Json;

namespace BedrockPS.Converse;

/// <summary>The wire shape of pictures, documents, films and recordings.</summary>
internal static class MediaShape
{
    public static bool IsMedia(string kind) =>
        kind is ContentBlockKind.Image or ContentBlockKind.Document or ContentBlockKind.Video or ContentBlockKind.Audio;

    public static ContentBlock Read(ref Utf8JsonReader reader, string kind)
    {
        BedrockJsonContext context = BedrockJsonContext.Default;
        return kind switch
        {
            ContentBlockKind.Image => Read(ref reader, kind, context.ImageBlock),
            ContentBlockKind.Document => Read(ref reader, kind, context.DocumentBlock),
            ContentBlockKind.Video => Read(ref reader, kind, context.VideoBlock),
            _ => Read(ref reader, kind, context.AudioBlock),
        };
    }

    /// <summary>The typed block of a value that was put together from a stream's pieces.</summary>
    public static ContentBlock FromPieces(string kind, object? value)
    {
        if (!IsMedia(kind) || value is null)
        {
            return new OtherBlock(kind, value);
        }

        Utf8JsonReader reader = new(BedrockJson.WriteDocument(value));
        reader.Read();
        return Read(ref reader, kind);
    }

    public static void Write(Utf8JsonWriter writer, ContentBlock block)
    {
        BedrockJsonContext context = BedrockJsonContext.Default;
        switch (block)
        {
            case ImageBlock image:
                JsonSerializer.Serialize(writer, image, context.ImageBlock);
                break;
            case DocumentBlock document:
                JsonSerializer.Serialize(writer, document, context.DocumentBlock);
                break;
            case VideoBlock video:
                JsonSerializer.Serialize(writer, video, context.VideoBlock);
                break;
            case AudioBlock audio:
                JsonSerializer.Serialize(writer, audio, context.AudioBlock);
                break;
            default:
                throw new JsonException($"A block of type {block.GetType()} cannot be sent.");
        }
    }

    // Whatever the service makes of these kinds one day must not cost the message that holds it.
    private static ContentBlock Read<T>(ref Utf8JsonReader reader, string kind, JsonTypeInfo<T> type)
        where T : ContentBlock
    {
        Utf8JsonReader start = reader;
        try
        {
            return JsonSerializer.Deserialize(ref reader, type)!;
        }
        catch (JsonException)
        {
            reader = start;
            return new OtherBlock(kind, DocumentReader.Read(ref reader));
        }
    }
}
