using System.Globalization;
using BedrockPS.Session;

namespace BedrockPS.Completion;

/// <summary>What a person wants to know of a model before choosing it.</summary>
/// <param name="pricing">What models cost.</param>
internal sealed class ModelToolTip(ModelPricing pricing)
{
    public string Of(FoundationModel model) => Join(
        model.Name is null ? model.ModelId : $"{model.Name}, {model.Provider}",
        pricing.Find(model.ModelId),
        model.EndOfLife is { } end ? string.Create(CultureInfo.InvariantCulture, $"ends {end:yyyy-MM-dd}")
            : model.Status == "LEGACY" ? "legacy" : null);

    public string Of(InferenceProfile profile) => Join(
        profile.Name ?? profile.ModelId,
        pricing.Find(profile.ModelId),
        profile.IsGlobal ? "may be processed in any region"
            : profile.Regions is { Count: > 0 } regions ? $"routes to {string.Join(", ", regions)}" : null);

    private static string Join(string name, ModelPrice? price, string? remark)
    {
        string?[] parts =
        [
            name,
            price?.ContextTokens is { } window ? $"context {Short(window)}" : null,
            price is { Input: { } read, Output: { } written }
                ? string.Create(
                    CultureInfo.InvariantCulture, $"{read} {price.Currency} in, {written} out a million tokens")
                : null,
            remark,
        ];
        return string.Join("; ", parts.OfType<string>());
    }

    private static string Short(long tokens) => tokens switch
    {
        >= 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{tokens / 1_000_000.0:0.#}M"),
        >= 1_000 => string.Create(CultureInfo.InvariantCulture, $"{tokens / 1_000}K"),
        _ => tokens.ToString(CultureInfo.InvariantCulture),
    };
}
