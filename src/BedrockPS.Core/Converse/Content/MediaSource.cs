using System.Globalization;
using System.Text.Json.Serialization;

namespace BedrockPS;

/// <summary>Where the content of a picture, document, film or recording is; one of its members is set.</summary>
public sealed class MediaSource
{
    /// <summary>The content itself.</summary>
    public byte[]? Bytes { get; set; }

    /// <summary>Where the content lies in Amazon S3.</summary>
    public S3Location? S3Location { get; set; }

    /// <summary>The text of a document.</summary>
    public string? Text { get; set; }

    /// <summary>The parts of a document in the service's shape: <c>@{ text = … }</c>.</summary>
    public object?[]? Content { get; set; }

    /// <summary>Members that this version does not name.</summary>
    [JsonExtensionData]
    public IDictionary<string, object?>? Other { get; set; }

    /// <summary>The size of the content, or its address.</summary>
    public override string ToString() =>
        S3Location?.Uri
        ?? (Bytes is null ? "text" : string.Create(CultureInfo.InvariantCulture, $"{Bytes.Length:N0} bytes"));
}
