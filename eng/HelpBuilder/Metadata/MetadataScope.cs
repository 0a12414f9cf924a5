using System.Reflection;
using System.Runtime.InteropServices;

namespace BedrockPS.HelpBuilder.Metadata;

/// <summary>An assembly opened for reading: none of its code can run.</summary>
internal sealed class MetadataScope : IDisposable
{
    private readonly MetadataLoadContext _context;

    public MetadataScope(string assembly, IEnumerable<string> references)
    {
        // The references come first, so that theirs win over what the runtime of this tool has.
        IEnumerable<string> files = references.SelectMany(Files)
            .Concat(Files(Path.GetDirectoryName(assembly)!))
            .Concat(Files(RuntimeEnvironment.GetRuntimeDirectory()))
            .DistinctBy(f => Path.GetFileName(f).ToUpperInvariant());
        _context = new MetadataLoadContext(new PathAssemblyResolver([assembly, .. files]));
        Assembly = Load(assembly);
    }

    public Assembly Assembly { get; }

    public void Dispose() => _context.Dispose();

    private Assembly Load(string path)
    {
        try
        {
            return _context.LoadFromAssemblyPath(path);
        }
        catch (BadImageFormatException)
        {
            _context.Dispose();
            throw new UsageException($"'{path}' is not an assembly.");
        }
    }

    private static IEnumerable<string> Files(string path) =>
        File.Exists(path) ? [path] : Directory.GetFiles(path, "*.dll").Order(StringComparer.Ordinal);
}
