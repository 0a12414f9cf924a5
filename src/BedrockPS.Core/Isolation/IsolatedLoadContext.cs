using System.Reflection;
using System.Runtime.Loader;

namespace BedrockPS.Isolation;

/// <summary>The load context of a library and of the one assembly of this module that knows it.</summary>
/// <remarks>
/// Other modules, and the engine itself, load their own build of the library into the default context, often under the
/// same assembly version: a second copy there would break one of the two.
/// </remarks>
/// <param name="name">What the context is called in a debugger.</param>
/// <param name="directory">Where the assemblies lie.</param>
internal sealed class IsolatedLoadContext(string name, string directory) : AssemblyLoadContext(name)
{
    private static readonly Assembly Core = typeof(IsolatedLoadContext).Assembly;

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        // A second copy of Core would have interfaces of its own, to which no cast from here succeeds.
        if (assemblyName.Name == Core.GetName().Name)
        {
            return Core;
        }

        string path = Path.Combine(directory, assemblyName.Name + ".dll");
        return File.Exists(path) ? LoadFromAssemblyPath(path) : null;
    }
}
