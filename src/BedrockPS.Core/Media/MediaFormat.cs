namespace BedrockPS.Media;

/// <summary>A kind of block and a format that the service takes for it, both in its words.</summary>
internal readonly record struct MediaFormat(string Kind, string Format)
{
    public static MediaFormat Image(string format) => new(ContentBlockKind.Image, format);

    public static MediaFormat Document(string format) => new(ContentBlockKind.Document, format);

    public static MediaFormat Video(string format) => new(ContentBlockKind.Video, format);

    public static MediaFormat Audio(string format) => new(ContentBlockKind.Audio, format);

    /// <summary>Whether the content may be any text, so that only a name can tell what it is.</summary>
    public bool IsText => Kind == ContentBlockKind.Document && Format is "txt" or "csv" or "md" or "html";
}
