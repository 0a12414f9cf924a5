using System.Text.Json;
using System.Text.Json.Serialization;
using BedrockPS.Json;

namespace BedrockPS.Converse;

/// <summary>The service's union of blocks: an object whose one member's name is the kind.</summary>
internal sealed class ContentBlockConverter : JsonConverter<ContentBlock>
{
    public override ContentBlock Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException($"A content block is an object, not {reader.TokenType}.");
        }

        ContentBlock? block = null;
        Dictionary<string, object?>? beside = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string kind = reader.GetString()!;
            reader.Read();
            if (block is null && reader.TokenType != JsonTokenType.Null)
            {
                block = ReadMember(ref reader, kind);
            }
            else
            {
                // A second member is not the service's shape today; were it tomorrow's, it would still go back.
                (beside ??= [])[kind] = DocumentReader.Read(ref reader);
            }
        }

        block ??= new OtherBlock();
        Join(block, beside);
        return block;
    }

    public override void Write(Utf8JsonWriter writer, ContentBlock value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        if (value.Kind.Length > 0)
        {
            writer.WritePropertyName(value.Kind);
            WriteMember(writer, value);
        }

        WriteMembers(writer, (value as OtherBlock)?.Other ?? value.Beside);
        writer.WriteEndObject();
    }

    private static ContentBlock ReadMember(ref Utf8JsonReader reader, string kind)
    {
        BedrockJsonContext context = BedrockJsonContext.Default;
        return kind switch
        {
            ContentBlockKind.Text => new TextBlock { Text = JsonText.Read(ref reader)! },
            ContentBlockKind.ToolUse => JsonSerializer.Deserialize(ref reader, context.ToolUseBlock)!,
            ContentBlockKind.ToolResult => JsonSerializer.Deserialize(ref reader, context.ToolResultBlock)!,
            ContentBlockKind.Citations => JsonSerializer.Deserialize(ref reader, context.CitationsBlock)!,
            ContentBlockKind.CachePoint => JsonSerializer.Deserialize(ref reader, context.CachePointBlock)!,
            ContentBlockKind.Reasoning => ReasoningShape.Read(ref reader),
            _ when MediaShape.IsMedia(kind) => MediaShape.Read(ref reader, kind),
            _ => new OtherBlock(kind, DocumentReader.Read(ref reader)),
        };
    }

    private static void WriteMember(Utf8JsonWriter writer, ContentBlock value)
    {
        BedrockJsonContext context = BedrockJsonContext.Default;
        switch (value)
        {
            case TextBlock text:
                writer.WriteStringValue(text.Text);
                break;
            case ToolUseBlock toolUse:
                JsonSerializer.Serialize(writer, toolUse, context.ToolUseBlock);
                break;
            case ToolResultBlock toolResult:
                JsonSerializer.Serialize(writer, toolResult, context.ToolResultBlock);
                break;
            case CitationsBlock citations:
                JsonSerializer.Serialize(writer, citations, context.CitationsBlock);
                break;
            case CachePointBlock cachePoint:
                JsonSerializer.Serialize(writer, cachePoint, context.CachePointBlock);
                break;
            case ReasoningBlock reasoning:
                ReasoningShape.Write(writer, reasoning);
                break;
            case OtherBlock other:
                DocumentWriter.Write(writer, other.Value);
                break;
            default:
                MediaShape.Write(writer, value);
                break;
        }
    }

    /// <summary>Keeps what stood beside a block, so that it goes back with it.</summary>
    internal static void Join(ContentBlock block, IDictionary<string, object?>? beside)
    {
        if (block is OtherBlock other)
        {
            other.Other = beside;
        }
        else
        {
            block.Beside = beside;
        }
    }

    internal static void WriteMembers(Utf8JsonWriter writer, IDictionary<string, object?>? members)
    {
        foreach (KeyValuePair<string, object?> member in members ?? new Dictionary<string, object?>())
        {
            writer.WritePropertyName(member.Key);
            DocumentWriter.Write(writer, member.Value);
        }
    }
}
