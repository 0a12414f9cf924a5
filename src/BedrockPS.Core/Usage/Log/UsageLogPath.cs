using System.Globalization;

namespace BedrockPS.Usage;

/// <summary>The files of a usage log: one a month, beside a lock and the sums of the day.</summary>
/// <param name="path">The log's path, as the user named it: usage.jsonl stands for usage-2026-11.jsonl.</param>
internal sealed class UsageLogPath(string path)
{
    private readonly string _folder = Path.GetDirectoryName(path)!;
    private readonly string _name = Path.GetFileNameWithoutExtension(path);
    private readonly string _extension = Path.GetExtension(path);

    public string Lock => Path.Combine(_folder, _name + ".lock");

    public string Day => Path.Combine(_folder, _name + ".day.json");

    public string OfMonth(DateTimeOffset time) => Path.Combine(
        _folder, $"{_name}-{time.UtcDateTime.ToString("yyyy-MM", CultureInfo.InvariantCulture)}{_extension}");

    /// <summary>The months that are there, oldest first.</summary>
    public IEnumerable<string> Months(DateTimeOffset? since)
    {
        string? first = since is { } time ? Path.GetFileName(OfMonth(time)) : null;
        return !Directory.Exists(_folder)
            ? []
            : Directory.EnumerateFiles(_folder, $"{_name}-????-??{_extension}")
                .Where(file => first is null || string.CompareOrdinal(Path.GetFileName(file), first) >= 0)
                .Order(StringComparer.Ordinal);
    }
}
