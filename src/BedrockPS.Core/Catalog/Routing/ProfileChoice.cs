using BedrockPS.Diagnosis;

namespace BedrockPS.Catalog;

/// <summary>Chooses the inference profile through which a model is called.</summary>
/// <remarks>
/// Geographies come from the ids that the service lists, so that a new one needs no new release. What may be processed
/// anywhere is taken only where <c>global</c> is allowed, and last.
/// </remarks>
public static class ProfileChoice
{
    /// <summary>The profile to call; null where none is allowed.</summary>
    /// <param name="callable">The profiles that contain the model, best first.</param>
    /// <param name="geographies">
    /// Where calls may be processed: none named stands for all but <c>global</c>, and <c>global</c> for all.
    /// </param>
    public static InferenceProfile? Find(
        IReadOnlyList<InferenceProfile> callable, IReadOnlyCollection<string> geographies)
    {
        ArgumentNullException.ThrowIfNull(callable);
        return callable.FirstOrDefault(profile => IsAllowed(profile, geographies));
    }

    /// <summary>Says what a call of a model goes to that cannot be called by its own id.</summary>
    internal static ModelResolution Describe(
        string modelId,
        IReadOnlyList<InferenceProfile> callable,
        IReadOnlyCollection<string> geographies,
        string? region)
    {
        InferenceProfile? chosen = Find(callable, geographies);
        string here = region ?? "the region";
        ModelResolution resolution = new()
        {
            ModelId = modelId,
            ResolvedModelId = chosen?.InferenceProfileId ?? modelId,
            Region = region,
            Geography = chosen?.Geography,
            Regions = chosen?.Regions ?? [],
            Alternatives = [.. callable.Where(profile => profile != chosen).Select(profile => profile.ModelId)],
        };
        (resolution.Reason, resolution.Advice) = chosen is not null
            ? ($"It is called through an inference profile, not by its own id; this one {Places(chosen)}.", null)
            : callable.Count == 0
                ? ($"No inference profile of {here} contains it.",
                    "Try another region (-Region), or another model: Get-BRFoundationModel lists them.")
                : ($"None of the inference profiles that contain it is allowed: {ProfileOrder.Names(callable)}.",
                    Allow(callable, geographies));
        return resolution;
    }

    private static bool IsAllowed(InferenceProfile profile, IReadOnlyCollection<string> geographies) =>
        profile.Type != InferenceProfileType.Application
        && (Names(geographies, ProfileGeography.Global)
            || (geographies.Count == 0
                ? profile.Geography != ProfileGeography.Global
                : profile.Geography is { } geography && Names(geographies, geography)));

    private static bool Names(IReadOnlyCollection<string> geographies, string geography) =>
        geographies.Contains(geography, StringComparer.OrdinalIgnoreCase);

    private static string Places(InferenceProfile profile) => profile.Geography == ProfileGeography.Global
        ? "may be processed in any region"
        : $"routes to {string.Join(", ", profile.Regions)}";

    private static string Allow(IReadOnlyList<InferenceProfile> callable, IReadOnlyCollection<string> geographies)
    {
        string[] words = [.. callable.Select(profile => profile.Geography).OfType<string>().Distinct()];
        string allowed = geographies.Count == 0 ? string.Empty : $", now {string.Join(", ", geographies)}";
        return words.Length == 0
            ? $"Name the profile: -ModelId {callable[0].ModelId}."
            : $"Allow one (-Geography {string.Join(" or ", words)}{allowed}; for the session Set-BRDefault -Geography), "
                + $"or name the profile: -ModelId {callable[0].ModelId}.";
    }
}
