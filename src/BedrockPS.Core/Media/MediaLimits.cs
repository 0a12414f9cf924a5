using System.Globalization;

namespace BedrockPS.Media;

/// <summary>What the service takes in size and number, checked before anything is sent.</summary>
/// <remarks>
/// AWS Bedrock API reference, Message: 20 images of 3.75 MB and 8000 pixels a side, 5 documents of 4.5 MB. Amazon Nova
/// user guide, "Video understanding": one video, 25 MB where it is not in S3. For audio nothing is published; the
/// limit of videos stands for it. Nothing of what lies in S3 is known here but its number.
/// </remarks>
public static class MediaLimits
{
    private const int ImageBytes = 3_932_160;

    private const int DocumentBytes = 4_718_592;

    private const int InlineBytes = 25 * 1024 * 1024;

    private const int ImageSide = 8000;

    private static readonly (string Kind, string Name, int Most)[] Counts =
    [
        (ContentBlockKind.Image, "images", 20),
        (ContentBlockKind.Document, "documents", 5),
        (ContentBlockKind.Video, "videos", 1),
    ];

    /// <summary>Checks how many a request carries of the kinds that its question brings.</summary>
    /// <param name="question">The question.</param>
    /// <param name="earlier">The turns before it, whose media count too.</param>
    /// <param name="isWhole">Whether the question has all its content yet.</param>
    /// <exception cref="BedrockException"><c>InvalidRequest</c>: there are too many.</exception>
    public static void CheckCounts(Message question, IEnumerable<Message> earlier, bool isWhole = true)
    {
        Message[] turns = [.. earlier.Where(turn => turn.Role == MessageRole.User), question];
        foreach ((string kind, string name, int most) in Counts)
        {
            int count = turns.Sum(turn => turn.Content.Count(block => block.Kind == kind));
            if (count > most && question.Content.Any(block => block.Kind == kind))
            {
                throw MediaChoice.Refuse(
                    $"The request carries {(isWhole ? string.Empty : "at least ")}{count} {name}; it may carry {most}, "
                    + "earlier turns included. Ask about fewer at a time.");
            }
        }
    }

    /// <summary>Checks the size of a document, which is no matter to some models.</summary>
    /// <exception cref="BedrockException"><c>InvalidRequest</c>: it is too large.</exception>
    public static void CheckDocument(MediaContent content, string modelId)
    {
        if (content.Block is DocumentBlock { Format: { } format, Source.Bytes: { } bytes }
            && !LargeDocuments.AreTaken(modelId, format))
        {
            CheckSize(content.Source, bytes.Length, DocumentBytes, $"a {format} document and {modelId}");
        }
    }

    /// <summary>Checks the size of a file before it is read; text may shrink on the way to UTF-8.</summary>
    internal static void CheckFile(string? kind, string what, long length) => CheckSize(
        what, length, kind == ContentBlockKind.Image ? ImageBytes : InlineBytes, Named(kind));

    /// <summary>Checks what holds for every model.</summary>
    internal static void CheckContent(MediaFormat format, string what, byte[] bytes)
    {
        bool isImage = format.Kind == ContentBlockKind.Image;
        CheckSize(what, bytes.Length, isImage ? ImageBytes : InlineBytes, Named(format.Kind));
        if (isImage
            && ImageSize.Read(format.Format, bytes) is var (width, height)
            && Math.Max(width, height) > ImageSide)
        {
            throw MediaChoice.Refuse(
                $"{what} is {width} x {height} pixels; an image may have {ImageSide} on a side. Scale it down.");
        }
    }

    private static string Named(string? kind) => kind switch
    {
        ContentBlockKind.Image => "an image",
        ContentBlockKind.Video => "a video",
        ContentBlockKind.Audio => "audio",
        _ => "what is sent inline",
    };

    private static void CheckSize(string what, long length, int most, string of)
    {
        if (length > most)
        {
            throw MediaChoice.Refuse(string.Create(
                CultureInfo.InvariantCulture,
                $"{what} has {length:N0} bytes; the limit for {of} is {most:N0} ({most / 1048576.0:0.##} MB). "
                + $"Make it smaller, or put it into Amazon S3 and give its s3:// address."));
        }
    }
}
