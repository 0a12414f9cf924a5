using System.Collections;
using System.Text.Json.Serialization;

namespace BedrockPS;

/// <summary>Text with its sources.</summary>
public sealed class CitationsBlock : ContentBlock
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override string Kind => ContentBlockKind.Citations;

    /// <summary>The generated text, without its sources.</summary>
    [JsonIgnore]
    public string Text => string.Concat((Content ?? []).OfType<IDictionary>().Select(part => part["text"] as string));

    /// <summary>The generated parts in the service's shape: <c>@{ text = … }</c>.</summary>
    public object?[]? Content { get; set; }

    /// <summary>The sources in the service's shape: title, source, sourceContent, location.</summary>
    public object?[]? Citations { get; set; }

    /// <summary>Members that this version does not name.</summary>
    [JsonExtensionData]
    public IDictionary<string, object?>? Other { get; set; }

    /// <summary>The generated text.</summary>
    public override string ToString() => Text;
}
