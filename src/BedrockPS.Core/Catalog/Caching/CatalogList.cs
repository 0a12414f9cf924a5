namespace BedrockPS.Catalog;

/// <summary>A list of the service, as it was at a time.</summary>
/// <param name="Items">The items.</param>
/// <param name="ReadAt">When the service said so; null of a list that is not whole.</param>
public sealed record CatalogList<T>(IReadOnlyList<T> Items, DateTimeOffset? ReadAt)
{
    /// <summary>Whether it is whole and not older than that.</summary>
    public bool IsFresh(DateTimeOffset now, TimeSpan limit) => ReadAt is { } at && now - at < limit && at <= now;
}
