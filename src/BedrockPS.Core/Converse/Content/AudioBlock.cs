using System.Text.Json.Serialization;

namespace BedrockPS;

/// <summary>A recording.</summary>
public sealed class AudioBlock : ContentBlock
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override string Kind => ContentBlockKind.Audio;

    /// <summary>
    /// The format in the service's words: <c>mp3</c>, <c>wav</c>, <c>m4a</c> and others; new ones may come.
    /// </summary>
    public string? Format { get; set; }

    /// <summary>The recording itself, or where it lies.</summary>
    public MediaSource? Source { get; set; }

    /// <summary>Why the service could not use it, in the service's shape: <c>@{ message }</c>.</summary>
    public object? Error { get; set; }


    /// <summary>Members that this version does not name.</summary>
    [JsonExtensionData]
    public IDictionary<string, object?>? Other { get; set; }

    /// <summary>The format and the size.</summary>
    public override string ToString() => $"{Format} audio, {Source}";
}
