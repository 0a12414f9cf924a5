using System.Collections.Concurrent;
using System.Reflection;

namespace BedrockPS.Isolation;

/// <summary>
/// An assembly of this module that is loaded beside the library that it knows, where no other sees either.
/// </summary>
/// <param name="name">Its name, without extension.</param>
/// <param name="typeName">The full name of the type that is made.</param>
/// <param name="libraries">The files that it cannot do without.</param>
internal sealed class IsolatedAssembly(string name, string typeName, params string[] libraries)
{
    private readonly ConcurrentDictionary<string, Lazy<Type>> _types = new(PathComparer);

    private static StringComparer PathComparer =>
        OperatingSystem.IsWindows() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;

    /// <summary>A new instance, of assemblies that are loaded once a process, on the first call.</summary>
    /// <param name="directory">Where the assemblies lie.</param>
    /// <exception cref="FileNotFoundException">One of them is missing: the module is incomplete.</exception>
    public object Create(string directory)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(directory);
        string path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(directory));

        // Outside the Lazy, which would remember the failure after the file has been put there.
        Array.ForEach([name + ".dll", .. libraries], file => Require(Path.Combine(path, file)));
        return Activator.CreateInstance(_types.GetOrAdd(path, key => new Lazy<Type>(() => Load(key))).Value)!;
    }

    private Type Load(string directory)
    {
        IsolatedLoadContext context = new(name, directory);
        Assembly assembly = context.LoadFromAssemblyPath(Path.Combine(directory, name + ".dll"));
        return assembly.GetType(typeName, throwOnError: true)!;
    }

    private static void Require(string path)
    {
        if (!File.Exists(path))
        {
            throw new FileNotFoundException(
                $"The installation of the BedrockPS module is incomplete: '{path}' is missing. Reinstall the module.",
                path);
        }
    }
}
