namespace BedrockPS.Catalog;

/// <summary>A page of a list.</summary>
internal interface IPage<T>
{
    /// <summary>The items; null where the answer is not such a page.</summary>
    IReadOnlyList<T>? Items { get; }

    /// <summary>What asks for the next page; null on the last one.</summary>
    string? NextToken { get; }
}
