using BedrockPS.Catalog;
using BedrockPS.Usage;

namespace BedrockPS.Session;

/// <summary>What models cost today by the session's price tables; a table that cannot be read knows nothing.</summary>
/// <param name="session">The session.</param>
/// <param name="region">The region that is called; null where it is not known.</param>
internal sealed class ModelPricing(RunspaceSession session, string? region)
{
    private readonly DateOnly _today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
    private readonly Lazy<PriceBook?> _book = new(() => TryRead(session));

    /// <summary>The models that have a price.</summary>
    public IEnumerable<string> ModelIds => _book.Value is { } book ? PriceListing.ModelIds(book) : [];

    /// <summary>Adds price and limits to a model.</summary>
    public void Complete(FoundationModel model)
    {
        if (_book.Value is { } book)
        {
            ModelFacts.Complete(model, book, region, _today);
        }
    }

    /// <summary>The price of a model or a profile; null where it is not known.</summary>
    public ModelPrice? Find(string modelId) =>
        _book.Value is { } book ? ModelFacts.FindPrice(book, modelId, region, _today) : null;

    private static PriceBook? TryRead(RunspaceSession session)
    {
        try
        {
            return session.Prices.Book;
        }
        catch (BedrockException)
        {
            return null;
        }
    }
}
