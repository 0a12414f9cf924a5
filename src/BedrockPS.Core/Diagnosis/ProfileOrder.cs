namespace BedrockPS.Diagnosis;

/// <summary>Puts the inference profiles of a model in the order in which to offer them.</summary>
public static class ProfileOrder
{
    /// <summary>Those that can be called, best first.</summary>
    /// <remarks>
    /// First the region's own geography, then others, and last what may be processed anywhere: organisations deny that,
    /// and nobody is sent around the world unawares.
    /// </remarks>
    /// <param name="profiles">The profiles that the region lists.</param>
    /// <param name="modelId">The foundation model that they are to contain.</param>
    /// <param name="region">The region that is called; null where it is not known.</param>
    public static IReadOnlyList<InferenceProfile> Callable(
        IEnumerable<InferenceProfile> profiles, string modelId, string? region) =>
    [
        .. profiles
            .Where(profile => profile.Contains(modelId) && profile.Status is null or "ACTIVE")
            .OrderBy(profile => profile.IsGlobal)
            .ThenBy(profile => profile.Type == InferenceProfileType.Application)
            .ThenByDescending(profile => profile.Models!.Any(model => model.Region == region)),
    ];

    /// <summary>The ids as an answer to "which one?": the first to take, then the others.</summary>
    internal static string Describe(IReadOnlyList<InferenceProfile> profiles)
    {
        string first = $"-ModelId {Name(profiles[0])}";
        return profiles.Count == 1 ? first : $"{first} (or {string.Join(", ", profiles.Skip(1).Select(Name))})";
    }

    private static string Name(InferenceProfile profile)
    {
        string id = profile.Type == InferenceProfileType.Application
            ? profile.InferenceProfileArn
            : profile.InferenceProfileId;
        return profile.IsGlobal ? $"{id}, which may be processed in any region" : id;
    }
}
