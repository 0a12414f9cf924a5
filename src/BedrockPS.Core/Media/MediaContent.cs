namespace BedrockPS.Media;

/// <summary>A picture, document, film or recording that was read and may be sent.</summary>
public sealed class MediaContent
{
    internal MediaContent(ContentBlock block, string source)
    {
        Block = block;
        Source = source;
    }

    /// <summary>The block that carries it.</summary>
    public ContentBlock Block { get; }

    /// <summary>Where it came from, in words for a message.</summary>
    public string Source { get; }
}
