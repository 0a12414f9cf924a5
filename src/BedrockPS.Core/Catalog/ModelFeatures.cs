namespace BedrockPS.Catalog;

/// <summary>Reads from what the service says what a model can do.</summary>
public static class ModelFeatures
{
    internal static ReadableList<string> Read(FoundationModel model, UndescribedMembers said)
    {
        (string Feature, bool IsThere)[] features =
        [
            (ModelFeature.Streaming, model.Streaming),
            (ModelFeature.SystemPrompt, said.Flag("converse", "systemRoleSupported") is true),
            (ModelFeature.Images, Reads(model, "IMAGE") || model.ImageTypes is { Count: > 0 }),
            (ModelFeature.Documents, model.DocumentTypes is { Count: > 0 }),
            (ModelFeature.Video, Reads(model, "VIDEO") || model.VideoTypes is { Count: > 0 }),
            (ModelFeature.Audio, Reads(model, "AUDIO") || Reads(model, "SPEECH")),
            (ModelFeature.Reasoning, said.HasObject("converse", "reasoningSupported")),
            (ModelFeature.Caching, said.Flag("explicitPromptCaching", "isSupported") is true),
            (ModelFeature.Batch, said.Flag("batchSupported", "baseModelSupported") is true
                || said.Flag("batchSupported", "crossRegionSupported") is true),
            (ModelFeature.Guardrails, said.Flag("guardrailsSupported") is true),
            (ModelFeature.PromptRouting, said.Flag("intelligentPromptRouting", "isSupported") is true),
        ];
        return [.. features.Where(feature => feature.IsThere).Select(feature => feature.Feature)];
    }

    /// <summary>Whether the model can do something: a feature's word, or a format of files that it reads.</summary>
    public static bool Has(FoundationModel model, string word)
    {
        ArgumentNullException.ThrowIfNull(model);
        return Contains(model.Supports, word) || Contains(model.ImageTypes, word)
            || Contains(model.DocumentTypes, word) || Contains(model.VideoTypes, word);
    }

    /// <summary>Whether the model reads a modality, such as <c>IMAGE</c>.</summary>
    public static bool Reads(FoundationModel model, string modality)
    {
        ArgumentNullException.ThrowIfNull(model);
        return Contains(model.InputModalities, modality);
    }

    private static bool Contains(ReadableList<string>? words, string word) =>
        words?.Contains(word, StringComparer.OrdinalIgnoreCase) == true;
}
