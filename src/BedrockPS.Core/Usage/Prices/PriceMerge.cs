namespace BedrockPS.Usage;

/// <summary>Lays one table over another, model by model: the prices of a model come from one table alone.</summary>
internal static class PriceMerge
{
    public static PriceTable Over(PriceTable before, PriceTable after) => new()
    {
        Format = PriceTable.CurrentFormat,
        Date = before.Date > after.Date ? before.Date : after.Date,
        Currency = after.Currency,
        Sources = Merge(before.Sources, after.Sources),
        Models =
        [
            .. Own(after).Concat(Own(before))
                .DistinctBy(model => model.Model, StringComparer.OrdinalIgnoreCase)
                .OrderBy(model => model.Model, StringComparer.Ordinal),
        ],
    };

    // What was the table's becomes the model's, for the merged table has models of several.
    private static IEnumerable<PricedModel> Own(PriceTable table) => table.Models!.Select(model => new PricedModel
    {
        Model = model.Model,
        ContextTokens = model.ContextTokens,
        MaxOutputTokens = model.MaxOutputTokens,
        LimitSource = model.LimitSource,
        Currency = model.Currency ?? table.Currency,
        Date = model.Date ?? table.Date,
        Prices = model.Prices,
    });

    private static Dictionary<string, PriceSource>? Merge(
        Dictionary<string, PriceSource>? before, Dictionary<string, PriceSource>? after)
    {
        Dictionary<string, PriceSource> merged = new(before ?? []);
        foreach ((string name, PriceSource source) in after ?? [])
        {
            merged[name] = source;
        }

        return merged.Count == 0 ? null : merged;
    }
}
