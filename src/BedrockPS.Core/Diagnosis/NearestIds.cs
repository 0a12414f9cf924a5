namespace BedrockPS.Diagnosis;

/// <summary>Finds the ids that somebody may have meant.</summary>
internal static class NearestIds
{
    private const int MaxCount = 3;

    /// <summary>Those that hold what was written, then those that differ by few letters; best first.</summary>
    public static IReadOnlyList<string> Find(string written, IEnumerable<string> ids)
    {
        int limit = Math.Max(2, written.Length / 3);
        return
        [
            .. ids
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .Select(id => (Id: id, Distance: Rank(written.ToUpperInvariant(), id.ToUpperInvariant())))
                .Where(candidate => candidate.Distance <= limit)
                .OrderBy(candidate => candidate.Distance)
                .ThenBy(candidate => candidate.Id, StringComparer.Ordinal)
                .Take(MaxCount)
                .Select(candidate => candidate.Id),
        ];
    }

    private static int Rank(string written, string id) =>
        id.Contains(written, StringComparison.Ordinal) ? 0 : Distance(written, id);

    // How many letters are to be put in, left out or changed (Levenshtein).
    private static int Distance(string a, string b)
    {
        int[] row = [.. Enumerable.Range(0, b.Length + 1)];
        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int above = row[j];
                int changed = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                row[j] = Math.Min(changed, Math.Min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }

        return row[b.Length];
    }
}
