namespace BedrockPS;

/// <summary>A source that the model quotes.</summary>
public sealed class Citation
{
    /// <summary>The source's title.</summary>
    public string? Title { get; set; }

    /// <summary>Where the source comes from.</summary>
    public string? Source { get; set; }

    /// <summary>The generated text that the source stands behind.</summary>
    public string? Text { get; set; }

    /// <summary>The words of the source.</summary>
    public string? SourceText { get; set; }

    /// <summary>The place in the source, in the service's shape: web, documentPage, documentChar and others.</summary>
    public object? Location { get; set; }

    /// <summary>The title and the words of the source.</summary>
    public override string ToString() => $"{Title ?? Source}: {SourceText}";
}
