namespace BedrockPS.Diagnosis;

/// <summary>What is known of the surroundings of a failure; a null member is not.</summary>
public sealed record AdviceFacts
{
    /// <summary>The region that was called.</summary>
    public string? Region { get; init; }

    /// <summary>The profile of the shared configuration that was to sign.</summary>
    public string? ProfileName { get; init; }

    /// <summary>
    /// Where calls may be processed that go through an inference profile; null where ids go out as they are.
    /// </summary>
    public IReadOnlyList<string>? Geographies { get; init; }

    /// <summary>The inference profile that was called.</summary>
    public InferenceProfile? Called { get; init; }

    /// <summary>The inference profiles that contain the model and can be called, best first.</summary>
    public IReadOnlyList<InferenceProfile>? Callable { get; init; }
}
