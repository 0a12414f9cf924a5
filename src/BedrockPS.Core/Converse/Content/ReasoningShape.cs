using System.Collections;
using System.Collections.Specialized;
using System.Text.Json;
using BedrockPS.Json;

namespace BedrockPS.Converse;

/// <summary>The wire shape of reasoning: <c>reasoningText { text, signature }</c> or <c>redactedContent</c>.</summary>
internal static class ReasoningShape
{
    private const string TextMember = "reasoningText";

    public static ReasoningBlock Read(ref Utf8JsonReader reader)
    {
        ReasoningBlock block = new();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = reader.GetString()!;
            reader.Read();
            switch (name)
            {
                case TextMember when reader.TokenType == JsonTokenType.StartObject:
                    ReadText(ref reader, block);
                    break;
                case "redactedContent" when reader.TokenType == JsonTokenType.String:
                    block.RedactedContent = reader.GetBytesFromBase64();
                    break;
                default:
                    (block.Other ??= new Dictionary<string, object?>())[name] = DocumentReader.Read(ref reader);
                    break;
            }
        }

        return block;
    }

    public static void Write(Utf8JsonWriter writer, ReasoningBlock block)
    {
        writer.WriteStartObject();
        IDictionary? inner = Inner(block);
        if (block.Text is not null || block.Signature is not null || inner is not null)
        {
            WriteText(writer, block, inner);
        }

        if (block.RedactedContent is not null)
        {
            writer.WriteBase64String("redactedContent", block.RedactedContent);
        }

        ContentBlockConverter.WriteMembers(
            writer, block.Other?.Where(member => inner is null || member.Key != TextMember).ToDictionary());
        writer.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter writer, ReasoningBlock block, IDictionary? inner)
    {
        writer.WriteStartObject(TextMember);

        // A model may sign a thought that it does not show; the service takes no thought without a text.
        writer.WriteString("text", block.Text ?? string.Empty);
        if (block.Signature is not null)
        {
            writer.WriteString("signature", block.Signature);
        }

        foreach (DictionaryEntry member in inner ?? new OrderedDictionary())
        {
            writer.WritePropertyName((string)member.Key);
            DocumentWriter.Write(writer, member.Value);
        }

        writer.WriteEndObject();
    }

    private static void ReadText(ref Utf8JsonReader reader, ReasoningBlock block)
    {
        OrderedDictionary inner = new(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = reader.GetString()!;
            reader.Read();
            if (name == "text")
            {
                block.Text = JsonText.Read(ref reader);
            }
            else if (name == "signature")
            {
                block.Signature = reader.GetString();
            }
            else
            {
                inner[name] = DocumentReader.Read(ref reader);
            }
        }

        if (inner.Count > 0)
        {
            (block.Other ??= new Dictionary<string, object?>())[TextMember] = inner;
        }
    }

    // Unknown members of the text are kept under its own name, and so find their way back into it.
    private static IDictionary? Inner(ReasoningBlock block) =>
        block.Other?.TryGetValue(TextMember, out object? value) == true ? value as IDictionary : null;
}
