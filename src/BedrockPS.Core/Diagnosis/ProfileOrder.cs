using BedrockPS.Catalog;

namespace BedrockPS.Diagnosis;

/// <summary>Puts the inference profiles of a model in the order in which to offer them.</summary>
public static class ProfileOrder
{
    /// <summary>Those that can be called, best first.</summary>
    /// <remarks>
    /// First those that include the region, the one of the fewest regions before others: calls stay as near as they
    /// can. Last what may be processed anywhere: organisations deny that, and nobody is sent around the world unawares.
    /// </remarks>
    /// <param name="profiles">The profiles that the region lists.</param>
    /// <param name="modelId">The foundation model that they are to contain.</param>
    /// <param name="region">The region that is called; null where it is not known.</param>
    /// <param name="preferred">Geographies, the preferred ones first.</param>
    public static IReadOnlyList<InferenceProfile> Callable(
        IEnumerable<InferenceProfile> profiles,
        string modelId,
        string? region,
        IReadOnlyList<string>? preferred = null) =>
    [
        .. profiles
            .Where(profile => profile.Contains(modelId) && profile.Status is null or "ACTIVE")
            .OrderBy(profile => profile.IsGlobal || profile.Geography == ProfileGeography.Global)
            .ThenBy(profile => profile.Type == InferenceProfileType.Application)
            .ThenByDescending(profile => profile.Models!.Any(model => model.Region == (region ?? HomeOf(profile))))
            .ThenBy(profile => Rank(profile, preferred))
            .ThenBy(profile => profile.Models!.Count)
            .ThenBy(profile => profile.InferenceProfileId, StringComparer.Ordinal),
    ];

    /// <summary>The ids as an answer to "which one?": the first to take, then the others.</summary>
    internal static string Describe(IReadOnlyList<InferenceProfile> profiles)
    {
        string first = $"-ModelId {Name(profiles[0])}";
        return profiles.Count == 1 ? first : $"{first} (or {Names(profiles.Skip(1))})";
    }

    /// <summary>The ids, with a word on those that go anywhere.</summary>
    internal static string Names(IEnumerable<InferenceProfile> profiles) => string.Join(", ", profiles.Select(Name));

    // A profile's own ARN names the region that listed it.
    private static string? HomeOf(InferenceProfile profile) =>
        ModelIdentifier.Parse(profile.InferenceProfileArn).Region;

    private static int Rank(InferenceProfile profile, IReadOnlyList<string>? preferred)
    {
        for (int i = 0; i < preferred?.Count; i++)
        {
            if (preferred[i].Equals(profile.Geography, StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        return int.MaxValue;
    }

    private static string Name(InferenceProfile profile) =>
        profile.IsGlobal ? $"{profile.ModelId}, which may be processed in any region" : profile.ModelId;
}
