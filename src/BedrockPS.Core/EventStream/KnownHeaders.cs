using System.Collections.ObjectModel;

namespace BedrockPS.EventStream;

/// <summary>Header blocks that were read before: frame after frame of a stream brings the same one.</summary>
/// <remarks>
/// Only blocks of nothing but the service's own words are kept, and only so many: what belongs to one caller never
/// gets here, and no peer can make it grow. A lost race between two writers costs one more reading, no more.
/// </remarks>
internal static class KnownHeaders
{
    private const int Limit = 16;

    private static volatile Entry[] _entries = [];

    public static IReadOnlyList<EventStreamHeader>? Find(ReadOnlySpan<byte> block)
    {
        foreach (Entry entry in _entries)
        {
            if (block.SequenceEqual(entry.Block))
            {
                return entry.Headers;
            }
        }

        return null;
    }

    /// <summary>Keeps a block, in the place of the oldest where all are taken.</summary>
    /// <returns>The headers as they may be shared: nobody can alter them.</returns>
    public static IReadOnlyList<EventStreamHeader> Keep(ReadOnlySpan<byte> block, EventStreamHeader[] headers)
    {
        Entry entry = new(block.ToArray(), Array.AsReadOnly(headers));
        _entries = [entry, .. _entries.Take(Limit - 1)];
        return entry.Headers;
    }

    private sealed record Entry(byte[] Block, ReadOnlyCollection<EventStreamHeader> Headers);
}
