using System.Text.Json.Serialization;

namespace BedrockPS;

/// <summary>A film.</summary>
public sealed class VideoBlock : ContentBlock
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override string Kind => ContentBlockKind.Video;

    /// <summary>
    /// The format in the service's words: <c>mp4</c>, <c>mov</c>, <c>mkv</c>, <c>three_gp</c> and others; new ones may
    /// come.
    /// </summary>
    public string? Format { get; set; }

    /// <summary>The film itself, or where it lies.</summary>
    public MediaSource? Source { get; set; }


    /// <summary>Members that this version does not name.</summary>
    [JsonExtensionData]
    public IDictionary<string, object?>? Other { get; set; }

    /// <summary>The format and the size.</summary>
    public override string ToString() => $"{Format} video, {Source}";
}
