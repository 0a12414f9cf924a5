namespace BedrockPS.Catalog;

/// <summary>What ListFoundationModels is to leave out; the service itself filters.</summary>
public sealed record FoundationModelFilter
{
    /// <summary>Only the models of this provider.</summary>
    public string? Provider { get; init; }

    /// <summary>Only models that write this.</summary>
    public string? OutputModality { get; init; }

    /// <summary>Only models that can be called this way.</summary>
    public string? InferenceType { get; init; }

    /// <summary>Only models that can be customised this way.</summary>
    public string? CustomizationType { get; init; }

    internal string ToQuery() => QueryText.Of(
        ("byProvider", Provider),
        ("byOutputModality", OutputModality),
        ("byInferenceType", InferenceType),
        ("byCustomizationType", CustomizationType));
}
