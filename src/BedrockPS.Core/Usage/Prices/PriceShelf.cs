using BedrockPS.Storage;

namespace BedrockPS.Usage;

/// <summary>The price tables of a session: the module's, the one that was imported for all, and its own.</summary>
public sealed class PriceShelf
{
    private readonly List<string> _own = [];
    private PriceBook? _book;

    /// <summary>Where imported prices are kept for later sessions.</summary>
    public static string RememberedPath => Path.Combine(UserFolder.Data, "prices.json");

    /// <summary>The prices in use, read when they are first asked for.</summary>
    /// <exception cref="BedrockException"><c>PriceTableInvalid</c>: an imported table is not usable.</exception>
    public PriceBook Book => _book ??= PriceBook.Read(
        [.. File.Exists(RememberedPath) ? new[] { RememberedPath } : [], .. _own]);

    /// <summary>Takes a table for this session alone.</summary>
    /// <returns>The ids of its models.</returns>
    /// <exception cref="BedrockException"><c>PriceTableInvalid</c>: it is not usable.</exception>
    public IReadOnlyList<string> Add(string path)
    {
        string[] models = [.. PriceTableFile.Read(path).Models!.Select(model => model.Model!)];
        _own.Remove(path);
        _own.Add(path);
        _book = null;
        return models;
    }

    /// <summary>
    /// Takes a table for this and later sessions; its models replace those that were imported before.
    /// </summary>
    /// <returns>The ids of its models.</returns>
    /// <exception cref="BedrockException"><c>PriceTableInvalid</c>: it is not usable, or cannot be kept.</exception>
    public IReadOnlyList<string> Remember(string path)
    {
        PriceTable table = PriceTableFile.Read(path);
        string[] models = [.. table.Models!.Select(model => model.Model!)];
        PriceTable? before = File.Exists(RememberedPath) ? PriceTableFile.Read(RememberedPath) : null;
        PriceTableFile.Save(RememberedPath, before is null ? table : PriceMerge.Over(before, table));
        _book = null;
        return models;
    }

    /// <summary>Forgets every table but the module's.</summary>
    public void Reset()
    {
        _own.Clear();
        _book = null;
        if (File.Exists(RememberedPath))
        {
            File.Delete(RememberedPath);
        }
    }
}
