namespace BedrockPS.Catalog;

/// <summary>Reads what comes in pages to its end.</summary>
public static class Paging
{
    /// <summary>All items; whoever made the sequence gave it the token that ends it.</summary>
    public static async Task<List<T>> ReadAllAsync<T>(this IAsyncEnumerable<T> items)
    {
        List<T> all = [];
        await foreach (T item in items.ConfigureAwait(false))
        {
            all.Add(item);
        }

        return all;
    }
}
