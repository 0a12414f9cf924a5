namespace BedrockPS.Recording;

/// <summary>A value in which the request that was sent is another than a recorded one.</summary>
/// <param name="Path">Where it stands.</param>
/// <param name="Recorded">What was recorded; null where nothing was.</param>
/// <param name="Sent">What was sent; null where nothing was.</param>
internal sealed record RequestDifference(string Path, string? Recorded, string? Sent)
{
    private const int Shown = 80;
    private const int Before = 30;
    private const string Absent = "(absent)";

    /// <summary>How much of the values is different, from 0 to 1.</summary>
    public double Weight => Recorded is null || Sent is null
        ? 1
        : 1 - ((double)(SamePrefix + SameSuffix) / Math.Max(Recorded.Length, Sent.Length));

    private int SamePrefix => Recorded!.AsSpan().CommonPrefixLength(Sent);

    private int SameSuffix
    {
        get
        {
            int most = Math.Min(Recorded!.Length, Sent!.Length) - SamePrefix;
            int count = 0;
            while (count < most && Recorded[^(count + 1)] == Sent[^(count + 1)])
            {
                count++;
            }

            return count;
        }
    }

    /// <summary>All differences, in the order of their paths.</summary>
    public static RequestDifference[] Between(
        RecordedRequest recorded, RecordedRequest sent, IReadOnlyList<MemberRule> ignored)
    {
        IReadOnlyDictionary<string, string> left = Values(recorded, ignored);
        IReadOnlyDictionary<string, string> right = Values(sent, ignored);
        return
        [
            .. left.Keys.Union(right.Keys).Order(StringComparer.Ordinal)
                .Select(path =>
                    new RequestDifference(path, left.GetValueOrDefault(path), right.GetValueOrDefault(path)))
                .Where(difference => difference.Recorded != difference.Sent),
        ];
    }

    /// <summary>The difference in one line; of long values the part where they part.</summary>
    public override string ToString()
    {
        int start = Recorded is null || Sent is null ? 0 : Math.Max(0, SamePrefix - Before);
        return $"{Path}: {Excerpt(Recorded, start)} → {Excerpt(Sent, start)}";
    }

    private static Dictionary<string, string> Values(RecordedRequest request, IReadOnlyList<MemberRule> ignored) =>
        new(FlatJson.Of(request.Body, ignored).Values, StringComparer.Ordinal)
        {
            ["operation"] = request.Operation,
            ["model"] = request.ModelId ?? string.Empty,
        };

    private static string Excerpt(string? value, int start)
    {
        if (value is null)
        {
            return Absent;
        }

        string rest = start < Shown - Before ? value : $"…{value[start..]}";
        string excerpt = rest.Length > Shown ? $"{rest[..Shown]}…" : rest;
        return excerpt.ReplaceLineEndings("\\n");
    }
}
