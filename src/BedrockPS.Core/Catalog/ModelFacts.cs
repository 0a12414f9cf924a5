using System.Globalization;
using System.Text.RegularExpressions;
using BedrockPS.Json;
using BedrockPS.Usage;

namespace BedrockPS.Catalog;

/// <summary>Adds to what the service says of a model what others say, and says who.</summary>
public static partial class ModelFacts
{
    private const string UsualTier = "default";

    private static readonly Lazy<FeatureTable> Table = new(Read);

    /// <summary>The ids of the models that the module's table knows, for a first run.</summary>
    public static IEnumerable<string> KnownModelIds => Table.Value.Models.Keys;

    /// <summary>Adds what the module's table knows of the model.</summary>
    public static void Complete(FoundationModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (SizeInId().Match(model.ModelId) is { Success: true } size)
        {
            model.ContextWindow = long.Parse(size.Groups[1].Value, CultureInfo.InvariantCulture) * 1000;
            Note(model, nameof(FoundationModel.ContextWindow), model.ContextWindow, "the model's id");
        }

        string[] known = Table.Value.Models.GetValueOrDefault(model.ModelId) ?? [];
        string[] added = [.. known.Where(word => !model.Supports.Contains(word))];
        if (added.Length == 0)
        {
            return;
        }

        if (added.Contains(ModelFeature.Documents))
        {
            model.DocumentTypes = ["pdf"];
            model.Sources[nameof(FoundationModel.DocumentTypes)] = Table.Value.Source;
        }

        model.Supports = [.. model.Supports.Union(added)];
        model.Sources[nameof(FoundationModel.Supports)] = $"{string.Join(", ", added)}: {Table.Value.Source}";
    }

    /// <summary>Adds the price of a call that says nothing of tiers, and the limits, as far as a table knows.</summary>
    /// <param name="model">The model.</param>
    /// <param name="book">The tables.</param>
    /// <param name="region">The region that is called; null where it is not known.</param>
    /// <param name="day">The day on which the price is to hold.</param>
    public static void Complete(FoundationModel model, PriceBook book, string? region, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (FindPrice(book, model.ModelId, region, day) is not { } price)
        {
            return;
        }

        // Provisioned throughput is paid by the hour.
        if (model.InferenceTypes is not { Count: > 0 } ways || ways.Any(way => way != "PROVISIONED"))
        {
            (model.InputPrice, model.OutputPrice, model.Currency) = (price.Input, price.Output, price.Currency);
            Note(model, nameof(FoundationModel.InputPrice), price.Input, price.Source);
            Note(model, nameof(FoundationModel.OutputPrice), price.Output, price.Source);
        }

        if (model.ContextWindow is null)
        {
            model.ContextWindow = price.ContextTokens;
            Note(model, nameof(FoundationModel.ContextWindow), price.ContextTokens, price.LimitSource);
        }

        if (model.MaxOutputTokens is null)
        {
            model.MaxOutputTokens = price.MaxOutputTokens;
            Note(model, nameof(FoundationModel.MaxOutputTokens), price.MaxOutputTokens, price.LimitSource);
        }
    }

    /// <summary>The price of a call that says nothing of tiers; null where no table has one.</summary>
    /// <param name="book">The tables.</param>
    /// <param name="modelId">The model or the profile that is called.</param>
    /// <param name="region">The region that is called; null where it is not known.</param>
    /// <param name="day">The day on which it is to hold.</param>
    public static ModelPrice? FindPrice(PriceBook book, string modelId, string? region, DateOnly day)
    {
        PriceListing listing = new() { Region = region, Day = day, Tier = tier => tier == UsualTier };
        return listing.Of(book, modelId)
            .OrderBy(price => price.AboveInputTokens ?? 0)
            .ThenBy(price => price.Geography is not null)
            .ThenBy(price => region is null && price.Regions is not null)
            .FirstOrDefault();
    }

    private static void Note<T>(FoundationModel model, string property, T? value, string? source)
        where T : struct
    {
        if (value is not null && source is not null)
        {
            model.Sources[property] = source;
        }
    }

    // What can be bought throughput for has a context window of its own: amazon.nova-pro-v1:0:24k.
    [GeneratedRegex(":([0-9]{1,6})k$")]
    private static partial Regex SizeInId();

    private static FeatureTable Read()
    {
        using Stream stream = typeof(ModelFacts).Assembly.GetManifestResourceStream("BedrockPS.Catalog.features.json")!;
        using MemoryStream copy = new();
        stream.CopyTo(copy);
        return BedrockJson.Read(copy.ToArray(), BedrockJsonContext.Default.FeatureTable);
    }
}
