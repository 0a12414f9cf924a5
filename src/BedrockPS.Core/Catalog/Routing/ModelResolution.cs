namespace BedrockPS;

/// <summary>What a model's id stands for when it is called.</summary>
public sealed class ModelResolution
{
    /// <summary>What was asked for.</summary>
    public string ModelId { get; set; } = string.Empty;

    /// <summary>What a call is sent to: the same, or an inference profile that contains the model.</summary>
    public string ResolvedModelId { get; set; } = string.Empty;

    /// <summary>Where calls are processed, such as <c>eu</c>; null where no profile was chosen.</summary>
    public string? Geography { get; set; }

    /// <summary>The regions that the chosen profile routes to.</summary>
    public ReadableList<string> Regions { get; set; } = [];

    /// <summary>The other profiles that contain the model, best first, whether allowed or not.</summary>
    public ReadableList<string> Alternatives { get; set; } = [];

    /// <summary>Why it is so.</summary>
    public string Reason { get; set; } = string.Empty;

    /// <summary>What to do, where nothing can be called as things stand; else null.</summary>
    public string? Advice { get; set; }

    /// <summary>The region that is called; null where it is not known.</summary>
    public string? Region { get; set; }

    /// <summary>When the service said so; null where it was not asked.</summary>
    public DateTimeOffset? ReadAt { get; set; }

    /// <summary>What is called.</summary>
    public override string ToString() => ResolvedModelId;
}
