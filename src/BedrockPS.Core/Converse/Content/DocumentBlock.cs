using System.Text.Json.Serialization;

namespace BedrockPS;

/// <summary>A document.</summary>
public sealed class DocumentBlock : ContentBlock
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override string Kind => ContentBlockKind.Document;

    /// <summary>
    /// The format in the service's words: <c>pdf</c>, <c>docx</c>, <c>txt</c> and others; new ones may come.
    /// </summary>
    public string? Format { get; set; }

    /// <summary>The name by which question and answer may speak of it.</summary>
    public string? Name { get; set; }

    /// <summary>The document itself, or where it lies.</summary>
    public MediaSource? Source { get; set; }

    /// <summary>What the model is told of the document, where it can quote from it.</summary>
    public string? Context { get; set; }

    /// <summary>Whether the model is to quote from it, in the service's shape: <c>@{ enabled }</c>.</summary>
    public object? Citations { get; set; }


    /// <summary>Members that this version does not name.</summary>
    [JsonExtensionData]
    public IDictionary<string, object?>? Other { get; set; }

    /// <summary>The name, the format and the size.</summary>
    public override string ToString() => $"{Name} ({Format} document, {Source})";

    /// <summary>The same document under another name.</summary>
    internal DocumentBlock WithName(string name)
    {
        DocumentBlock copy = (DocumentBlock)MemberwiseClone();
        copy.Name = name;
        return copy;
    }
}
