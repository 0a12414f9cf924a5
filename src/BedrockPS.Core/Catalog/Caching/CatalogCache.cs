using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using BedrockPS.Json;
using BedrockPS.Storage;

namespace BedrockPS.Catalog;

/// <summary>Lists on disk: a convenience that never fails a call and never holds one up.</summary>
/// <remarks>
/// A file is written under a name of its own and then renamed, so that readers and other writers see whole files only.
/// What cannot be read is not there, and what cannot be written is left out.
/// </remarks>
public sealed class CatalogCache(Func<string?> findFolder, TimeProvider? clock = null)
{
    private const string Ending = ".json";
    private const int MaxLength = 4 * 1024 * 1024;

    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    private const int MaxFiles = 4;

    private readonly TimeProvider _clock = clock ?? TimeProvider.System;
    private readonly ConcurrentDictionary<string, (DateTime WrittenAt, object? List)> _read = [];

    /// <summary>The clock by which lists age.</summary>
    internal TimeProvider Clock => _clock;

    /// <summary>What was kept of a scope; null where nothing was.</summary>
    internal CatalogList<T>? Read<T>(CatalogScope scope, string kind, JsonTypeInfo<CacheFile<T>> type) =>
        findFolder() is { } folder && scope.IsKept ? Read(PathOf(folder, scope, kind), type) : null;

    /// <summary>The newest lists of a kind; null for a key or a region stands for any.</summary>
    internal IEnumerable<CatalogList<T>> ReadNewest<T>(
        string? key, string? region, string kind, JsonTypeInfo<CacheFile<T>> type)
    {
        string pattern = $"{key ?? "*"}.{(region is null ? "*" : Plain(region))}.{kind}{Ending}";
        string[] paths = findFolder() is { } folder ? Try(() => Directory.GetFiles(folder, pattern)) ?? [] : [];
        return paths
            .Select(path => (Path: path, WrittenAt: File.GetLastWriteTimeUtc(path)))
            .OrderByDescending(file => file.WrittenAt)
            .Take(MaxFiles)
            .Select(file => ReadOnce(file.Path, file.WrittenAt, type))
            .OfType<CatalogList<T>>();
    }

    /// <summary>Keeps a whole list.</summary>
    internal void Write<T>(CatalogScope scope, string kind, IReadOnlyList<T> items, JsonTypeInfo<CacheFile<T>> type)
    {
        if (!scope.IsKept || findFolder() is not { } folder)
        {
            return;
        }

        CacheFile<T> file = new()
        {
            Form = CacheFile<T>.CurrentForm,
            ReadAt = _clock.GetUtcNow(),
            Region = scope.Region,
            Items = [.. items],
        };
        Try(() => Replace(PathOf(folder, scope, kind), BedrockJson.Write(file, type)));
        Try(() => Prune(folder));
    }

    private static string PathOf(string folder, CatalogScope scope, string kind) =>
        Path.Combine(folder, $"{scope.Key}.{Plain(scope.Region ?? "any")}.{kind}{Ending}");

    private static string Plain(string region) =>
        new([.. region.Where(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-')]);

    private CatalogList<T>? ReadOnce<T>(string path, DateTime writtenAt, JsonTypeInfo<CacheFile<T>> type)
    {
        if (!_read.TryGetValue(path, out (DateTime WrittenAt, object? List) known) || known.WrittenAt != writtenAt)
        {
            known = (writtenAt, Read(path, type));
            _read[path] = known;
        }

        return known.List as CatalogList<T>;
    }

    private static CatalogList<T>? Read<T>(string path, JsonTypeInfo<CacheFile<T>> type)
    {
        CacheFile<T>? file = Try(() =>
        {
            // Of no length is also what would be waited for, such as a pipe.
            FileInfo found = new(path);
            return found is { Exists: true, Length: > 0 and <= MaxLength }
                ? BedrockJson.Read(File.ReadAllBytes(path), type)
                : null;
        });
        return file is { Form: CacheFile<T>.CurrentForm, Items: { } items }
            ? new CatalogList<T>([.. items.Where(item => item is not null)], file.ReadAt)
            : null;
    }

    private static bool Replace(string path, byte[] content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        WholeFile.Write(path, content, isPrivate: true);
        return true;
    }

    // Keys of yesterday's role leave files that nobody asks for again.
    private bool Prune(string folder)
    {
        DateTime limit = (_clock.GetUtcNow() - Lifetime).UtcDateTime;
        foreach (string path in Directory.GetFiles(folder).Where(path => File.GetLastWriteTimeUtc(path) < limit))
        {
            Try(() => Delete(path));
        }

        return true;
    }

    private static bool Delete(string path)
    {
        File.Delete(path);
        return true;
    }

    private static T? Try<T>(Func<T?> step)
    {
        try
        {
            return step();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException
            or NotSupportedException or ArgumentException or InvalidOperationException
            or System.Security.SecurityException)
        {
            return default;
        }
    }
}
