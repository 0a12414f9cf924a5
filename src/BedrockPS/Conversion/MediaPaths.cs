using System.Management.Automation;
using BedrockPS.Http;

namespace BedrockPS.Conversion;

/// <summary>Resolves paths as the session does: its location, its drives, the home directory, wildcards.</summary>
internal sealed class MediaPaths(PathIntrinsics paths)
{
    private const string FileSystem = "FileSystem";

    /// <summary>The full paths of the files; a path that exists as it is written is not taken for a pattern.</summary>
    /// <exception cref="BedrockException"><c>InvalidRequest</c>: nothing is there, or it is no file system.</exception>
    public IReadOnlyList<string> Resolve(string path) => Try(path, () =>
    {
        string full = ToFull(path);
        return !File.Exists(full) && WildcardPattern.ContainsWildcardCharacters(path) ? Match(path, full) : [full];
    });

    /// <summary>The full path of a file that need not be there, without wildcards.</summary>
    /// <exception cref="BedrockException"><c>InvalidRequest</c>: it is no path in a file system.</exception>
    public string ResolveNew(string path) => Try(path, () => ToFull(path));

    private static T Try<T>(string path, Func<T> step)
    {
        try
        {
            return step();
        }
        catch (Exception e) when (e is RuntimeException and not PipelineStoppedException or ArgumentException)
        {
            throw new BedrockException(
                ClientErrorCode.InvalidRequest, $"'{path}' is no path to a file: {e.Message}", e);
        }
    }

    private string ToFull(string path)
    {
        string full = paths.GetUnresolvedProviderPathFromPSPath(path, out ProviderInfo provider, out _);
        RequireFiles(path, provider);
        return full;
    }

    private string[] Match(string path, string full)
    {
        IEnumerable<string> found = paths.GetResolvedProviderPathFromPSPath(path, out ProviderInfo provider);
        RequireFiles(path, provider);
        string[] files = [.. found.Where(File.Exists).Order(StringComparer.Ordinal)];
        return files.Length > 0
            ? files
            : throw new BedrockException(ClientErrorCode.InvalidRequest, $"No file matches '{full}'.");
    }

    private static void RequireFiles(string path, ProviderInfo provider)
    {
        if (provider.Name != FileSystem)
        {
            throw new BedrockException(
                ClientErrorCode.InvalidRequest,
                $"'{path}' lies in the {provider.Name} provider, which holds no files.");
        }
    }
}
