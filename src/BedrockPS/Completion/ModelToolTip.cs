using System.Globalization;

namespace BedrockPS.Completion;

/// <summary>What a person wants to know of a model before choosing it.</summary>
internal static class ModelToolTip
{
    public static string Of(FoundationModel model)
    {
        string?[] parts =
        [
            model.Name is null ? model.ModelId : $"{model.Name}, {model.Provider}",
            model.ContextWindow is { } window ? $"context {Short(window)}" : null,
            model is { InputPrice: { } read, OutputPrice: { } written }
                ? string.Create(
                    CultureInfo.InvariantCulture, $"${read:0.####} in, ${written:0.####} out a million tokens")
                : null,
            model.EndOfLife is { } end ? $"ends {end:yyyy-MM-dd}" : model.Status == "LEGACY" ? "legacy" : null,
        ];
        return string.Join("; ", parts.OfType<string>());
    }

    public static string Of(InferenceProfile profile)
    {
        string where = profile.Regions is { Count: > 0 } regions ? $"routes to {string.Join(", ", regions)}" : "";
        where = profile.IsGlobal ? "may be processed in any region" : where;
        return string.Join("; ", new[] { profile.Name ?? profile.ModelId, where }.Where(part => part.Length > 0));
    }

    private static string Short(long tokens) => tokens switch
    {
        >= 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{tokens / 1_000_000.0:0.#}M"),
        >= 1_000 => string.Create(CultureInfo.InvariantCulture, $"{tokens / 1_000}K"),
        _ => tokens.ToString(CultureInfo.InvariantCulture),
    };
}
