namespace BedrockPS.Usage;

/// <summary>A price table in use, and its models by id.</summary>
internal sealed class PriceLayer
{
    private readonly Dictionary<string, PricedModel> _models;

    public PriceLayer(PriceTable table, string name)
    {
        (Table, Name) = (table, name);
        _models = table.Models!.ToDictionary(model => model.Model!, StringComparer.OrdinalIgnoreCase);
    }

    public PriceTable Table { get; }

    /// <summary>Where the table is, for people.</summary>
    public string Name { get; }

    public PricedModel? Find(string modelId) => _models.GetValueOrDefault(modelId);
}
