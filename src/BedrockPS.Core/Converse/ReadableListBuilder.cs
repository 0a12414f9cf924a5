namespace BedrockPS;

/// <summary>Makes readable lists of what stands in brackets.</summary>
internal static class ReadableListBuilder
{
    public static ReadableList<T> Create<T>(ReadOnlySpan<T> items) => new(items.ToArray());
}
