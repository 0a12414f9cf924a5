using System.Reflection;
using System.Runtime.Loader;

namespace BedrockPS.Access;

/// <summary>The load context of AWSSDK.Core and of the one assembly that knows it.</summary>
/// <remarks>
/// Other modules load an AWSSDK.Core of their own into the default context, and every build of it carries the
/// same assembly version: a second copy there would break one of the two.
/// </remarks>
internal sealed class AwsLoadContext : AssemblyLoadContext
{
    private static readonly Assembly Core = typeof(IAwsGateway).Assembly;

    private readonly string _directory;

    public AwsLoadContext(string directory)
        : base("BedrockPS.Aws") => _directory = directory;

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        // A second copy of Core would have an IAwsGateway of its own, to which no cast from here succeeds.
        if (assemblyName.Name == Core.GetName().Name)
        {
            return Core;
        }

        string path = Path.Combine(_directory, assemblyName.Name + ".dll");
        return File.Exists(path) ? LoadFromAssemblyPath(path) : null;
    }
}
