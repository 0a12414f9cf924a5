namespace BedrockPS.Media;

/// <summary>Makes the block of a content.</summary>
internal static class MediaBlock
{
    /// <param name="format">What the content is.</param>
    /// <param name="source">The content, or where it lies.</param>
    /// <param name="fileName">The file's name or path, by which a document will be spoken of.</param>
    public static ContentBlock Of(MediaFormat format, MediaSource source, string? fileName) => format.Kind switch
    {
        ContentBlockKind.Image => new ImageBlock { Format = format.Format, Source = source },
        ContentBlockKind.Video => new VideoBlock { Format = format.Format, Source = source },
        ContentBlockKind.Audio => new AudioBlock { Format = format.Format, Source = source },
        _ => new DocumentBlock
        {
            Format = format.Format,
            Name = DocumentNames.Of(fileName, format.Format),
            Source = source,
        },
    };
}
