using System.Text.Json;
using System.Text.RegularExpressions;
using static BedrockPS.Local.Operations.ServiceFault;

namespace BedrockPS.Local.Operations;

/// <summary>Refuses content that is empty, blank, or more or otherwise than a message may hold.</summary>
internal static partial class ContentLimits
{
    private const int MostImages = 20;
    private const int MostDocuments = 5;

    /// <param name="blocks">The blocks of one message.</param>
    /// <param name="message">The message's index.</param>
    /// <param name="takesBlank">Whether the model takes a text of nothing, as traffic shows of Nova.</param>
    public static void Check(JsonElement[] blocks, int message, bool takesBlank)
    {
        if (blocks.Length == 0)
        {
            throw Validation($"The content field in the Message object at messages.{message} is empty. Add a "
                + "ContentBlock object to the content field and try again.");
        }

        int blank = takesBlank ? -1 : FindBlank(blocks);
        if (blank >= 0)
        {
            throw Validation($"The text field in the ContentBlock object at messages.{message}.content.{blank} is "
                + "blank. Add text to the text field, and try again.");
        }

        JsonElement[] documents = Of(blocks, "document");
        if (documents.Length > 0 && Of(blocks, "text").Length == 0)
        {
            throw Validation(
                "A text block must be included when using documents. Add a text block and retry your request.");
        }

        CheckCount(documents.Length, MostDocuments, "documents", message);
        CheckCount(Of(blocks, "image").Length, MostImages, "images", message);
        if (Array.Exists(documents, document => !DocumentName().IsMatch(document.At("name").Text() ?? "")))
        {
            throw Validation("The document file name can only contain alphanumeric characters, whitespace characters, "
                + "hyphens, parentheses, and square brackets. The name can't contain more than one consecutive "
                + "whitespace character.");
        }
    }

    private static void CheckCount(int count, int most, string what, int message)
    {
        if (count > most)
        {
            throw Validation($"The number of {what} at messages.{message}.content exceeds the limit of {most}. Remove "
                + $"{what} and try again.");
        }
    }

    // White space is only blank where a message has nothing else: a line break between blocks is common and taken.
    private static int FindBlank(JsonElement[] blocks)
    {
        string?[] texts = [.. blocks.Select(block => block.At("text").Text())];
        bool isAllBlank = Array.TrueForAll(texts, text => text is not null && string.IsNullOrWhiteSpace(text));
        return isAllBlank ? 0 : Array.IndexOf(texts, "");
    }

    private static JsonElement[] Of(JsonElement[] blocks, string member) =>
        [.. blocks.Select(block => block.At(member)).Where(block => block.IsPresent())];

    [GeneratedRegex(@"^(?!.*\s\s)[a-zA-Z0-9\s()\[\]-]{1,200}$")]
    private static partial Regex DocumentName();
}
