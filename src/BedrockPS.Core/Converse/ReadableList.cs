using System.Collections.ObjectModel;
using System.Runtime.CompilerServices;

namespace BedrockPS;

/// <summary>A list whose text is its items': a column of a table or of a CSV file shows what is in it.</summary>
[CollectionBuilder(typeof(ReadableListBuilder), nameof(ReadableListBuilder.Create))]
public sealed class ReadableList<T>(IList<T> items) : ReadOnlyCollection<T>(items)
{
    /// <summary>The items, separated by semicolons.</summary>
    public override string ToString() => string.Join("; ", Items);
}
