namespace BedrockPS.Catalog;

/// <summary>The geography of an inference profile, as the service's own ids tell it: no table of prefixes.</summary>
public static class ProfileGeography
{
    /// <summary>The geography of what may be processed in any region.</summary>
    public const string Global = "global";

    /// <summary>What stands before the model's id in the profile's; null where the profile is not named so.</summary>
    public static string? Of(InferenceProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        string id = profile.InferenceProfileId;
        int length = id.Length - (profile.FoundationModelId?.Length ?? id.Length) - 1;
        return profile.IsGlobal && profile.Type != InferenceProfileType.Application ? Global
            : length > 0 && id[length] == '.' && profile.FoundationModelId is { } model
                && id.EndsWith(model, StringComparison.OrdinalIgnoreCase) ? id[..length]
            : null;
    }
}
