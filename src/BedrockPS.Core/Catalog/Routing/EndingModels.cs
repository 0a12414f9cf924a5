using System.Globalization;

namespace BedrockPS.Catalog;

/// <summary>Says of a model that its end has been announced.</summary>
internal static class EndingModels
{
    /// <summary>The warning; null of a model that needs none.</summary>
    public static string? Describe(FoundationModel model, DateTimeOffset now)
    {
        if (model.Lifecycle is not { } life || (life.Status != "LEGACY" && life.EndOfLifeTime is null))
        {
            return null;
        }

        string[] sentences =
        [
            life.EndOfLifeTime is not { } end ? $"{model.ModelId} is a legacy model; its end has no date yet."
                : end <= now ? $"{model.ModelId} reached its end of life on {Day(end)}."
                : $"{model.ModelId} reaches its end of life on {Day(end)}.",
            life.LegacyTime is { } legacy && legacy > now
                ? $"It becomes a legacy model on {Day(legacy)}."
                : string.Empty,
            life.PublicExtendedAccessTime is { } extended
                ? $"Calls cost more from {Day(extended)} on."
                : string.Empty,
            $"Active ones: Get-BRFoundationModel -Provider '{model.Provider}' -Active.",
        ];
        return string.Join(' ', sentences.Where(sentence => sentence.Length > 0));
    }

    private static string Day(DateTimeOffset time) => time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
