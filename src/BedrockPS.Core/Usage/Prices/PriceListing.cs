using BedrockPS.Catalog;

namespace BedrockPS.Usage;

/// <summary>Which prices to list.</summary>
public sealed record PriceListing
{
    /// <summary>The region to list for; null for all.</summary>
    public string? Region { get; init; }

    /// <summary>Which tiers to list.</summary>
    public Func<string, bool> Tier { get; init; } = _ => true;

    /// <summary>The day to list for; null for all, past and future.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>The prices of one model: by id, by profile or by ARN; none where no table has any.</summary>
    public IEnumerable<ModelPrice> Of(PriceBook book, string modelId)
    {
        ArgumentNullException.ThrowIfNull(book);
        ModelIdentifier asked = ModelIdentifier.Parse(modelId);
        if (book.FindModel(asked) is not var (model, layer))
        {
            return [];
        }

        string? geography = asked is { Kind: ModelKind.InferenceProfile, FoundationModelId: not null }
            ? asked.Name[..asked.Name.IndexOf('.')]
            : null;
        string? region = Region ?? asked.Region;
        return InForce(model.Prices!, geography, region)
            .Where(row => Tier(row.Tier ?? "default"))
            .Select(row => ToPrice(book, model, layer, row));
    }

    /// <summary>The ids of all models that have a price.</summary>
    public static IEnumerable<string> ModelIds(PriceBook book) => (book?.Layers ?? [])
        .SelectMany(layer => layer.Table.Models!.Select(model => model.Model!))
        .Distinct(StringComparer.OrdinalIgnoreCase)
        .Order(StringComparer.Ordinal);

    // Of the prices for one place, tier and length, the one that began last; of those for one profile, its own.
    private IEnumerable<PriceRow> InForce(List<PriceRow> rows, string? geography, string? region)
    {
        IEnumerable<PriceRow> fitting = rows.Where(row =>
            (geography is null || row.Geography is null || row.Geography == geography)
            && (region is null || row.Regions is null || row.Regions.Contains(region))
            && (Day is null || ((row.From ?? DateOnly.MinValue) <= Day && Day < (row.Until ?? DateOnly.MaxValue))));
        if (Day is not null)
        {
            fitting = fitting
                .GroupBy(row => (row.Geography, Where: Join(row), row.Tier, row.AboveInputTokens))
                .Select(group => group.MaxBy(row => row.From ?? DateOnly.MinValue)!);
        }

        return fitting
            .GroupBy(row => (row.Tier, row.AboveInputTokens, Geography: geography is null ? row.Geography : null))
            .SelectMany(group => Closest(group, geography, region));
    }

    private static PriceRow[] Closest(IEnumerable<PriceRow> group, string? geography, string? region)
    {
        PriceRow[] rows = [.. group];
        if (geography is not null && Array.Exists(rows, row => row.Geography is not null))
        {
            rows = Array.FindAll(rows, row => row.Geography is not null);
        }

        return region is not null && Array.Exists(rows, row => row.Regions is not null)
            ? Array.FindAll(rows, row => row.Regions is not null)
            : rows;
    }

    private static string Join(PriceRow row) => string.Join(',', row.Regions ?? []);

    private static ModelPrice ToPrice(PriceBook book, PricedModel model, PriceLayer layer, PriceRow row) => new()
    {
        ModelId = model.Model!,
        Geography = row.Geography,
        Regions = row.Regions is null ? null : new ReadableList<string>(row.Regions),
        Tier = row.Tier ?? "default",
        Input = row.Input,
        Output = row.Output,
        CacheRead = row.CacheRead,
        CacheWrite5m = WriteOf(row, "5m"),
        CacheWrite1h = WriteOf(row, "1h"),
        CacheWrite = row.CacheWrite,
        Image = row.Image,
        Currency = model.Currency ?? layer.Table.Currency!,
        AboveInputTokens = row.AboveInputTokens,
        From = row.From?.ToDateTime(TimeOnly.MinValue),
        Until = row.Until?.ToDateTime(TimeOnly.MinValue),
        ContextTokens = book.ContextTokensOf(model.Model!),
        MaxOutputTokens = book.MaxOutputTokensOf(model.Model!),
        Source = row.Source ?? layer.Name,
        LimitSource = model.LimitSource,
        Disputed = row.Disputed,
        Table = layer.Name,
        TableDate = (model.Date ?? layer.Table.Date)?.ToDateTime(TimeOnly.MinValue),
    };

    private static decimal? WriteOf(PriceRow row, string ttl) =>
        row.CacheWrite?.TryGetValue(ttl, out decimal rate) == true ? rate : null;
}
