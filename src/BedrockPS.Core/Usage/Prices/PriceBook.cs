using BedrockPS.Catalog;

namespace BedrockPS.Usage;

/// <summary>The prices in use: those of the module, and over them those that were imported.</summary>
public sealed class PriceBook
{
    private readonly PriceLayer[] _layers;

    private PriceBook(params PriceLayer[] layers) => _layers = layers;

    internal IReadOnlyList<PriceLayer> Layers => _layers;

    /// <summary>Reads the tables.</summary>
    /// <param name="tables">Paths of tables, each of which stands over those before it.</param>
    /// <exception cref="BedrockException"><c>PriceTableInvalid</c>: a table cannot be read, or is not one.</exception>
    public static PriceBook Read(params string[] tables) => new(
    [
        .. tables.Reverse().Select(path => new PriceLayer(PriceTableFile.Read(path), path)),
        new PriceLayer(PriceTableFile.ReadShipped(), "the module"),
    ]);

    /// <summary>The day of the newest table.</summary>
    public DateOnly? Date => _layers.Max(layer => layer.Table.Date);

    /// <summary>Whether a table has prices of the model, wherever and whenever they hold.</summary>
    public bool Knows(string modelId) => FindModel(ModelIdentifier.Parse(modelId)) is not null;

    /// <summary>The largest answer that the model gives, as far as a table knows.</summary>
    public long? MaxOutputTokensOf(string modelId) => FindLimit(modelId, model => model.MaxOutputTokens);

    /// <summary>The context window of the model, as far as a table knows.</summary>
    public long? ContextTokensOf(string modelId) => FindLimit(modelId, model => model.ContextTokens);

    internal PriceMatch Find(PriceQuery query)
    {
        ModelIdentifier asked = ModelIdentifier.Parse(query.ModelId);
        if (FindModel(asked) is not var (model, layer))
        {
            return new PriceMatch { Reason = UnknownPrice.Explain(asked, _layers[^1].Table.Date) };
        }

        PriceMatch match = new() { Model = model, Layer = layer, Row = PriceChoice.Choose(model, asked, query) };
        return match.Row is null ? match with { Reason = UnknownPrice.Explain(match, query) } : match;
    }

    internal (PricedModel Model, PriceLayer Layer)? FindModel(ModelIdentifier asked)
    {
        foreach (PriceLayer layer in _layers)
        {
            foreach (string id in PriceIds.Of(asked))
            {
                if (layer.Find(id) is { } model)
                {
                    return (model, layer);
                }
            }
        }

        return null;
    }

    // A private table that only prices a model leaves what is known of its limits.
    private long? FindLimit(string modelId, Func<PricedModel, long?> limit)
    {
        string[] ids = [.. PriceIds.Of(ModelIdentifier.Parse(modelId))];
        return _layers.SelectMany(layer => ids.Select(layer.Find)).OfType<PricedModel>()
            .Select(limit).FirstOrDefault(value => value is not null);
    }
}
