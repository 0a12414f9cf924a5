namespace BedrockPS.Catalog;

/// <summary>What a file of the cache holds.</summary>
internal sealed class CacheFile<T>
{
    /// <summary>The form of the file; one of another form is not read.</summary>
    public const int CurrentForm = 1;

    public int Form { get; set; }

    public DateTimeOffset ReadAt { get; set; }

    public string? Region { get; set; }

    public T[]? Items { get; set; }
}
