using System.Collections.Concurrent;
using System.Reflection;

namespace BedrockPS.Access;

/// <summary>Brings in the assembly that knows AWSSDK.Core, in a load context that no other module sees.</summary>
public static class AwsGatewayLoader
{
    private const string GatewayFile = "BedrockPS.Aws.dll";
    private const string SdkFile = "AWSSDK.Core.dll";
    private const string GatewayType = "BedrockPS.Aws.AwsGateway";

    private static readonly ConcurrentDictionary<string, Lazy<Type>> GatewayTypes = new(PathComparer);

    private static StringComparer PathComparer =>
        OperatingSystem.IsWindows() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;

    /// <summary>A new gateway, of assemblies that are loaded once a process, on the first call.</summary>
    /// <param name="directory">Where <c>BedrockPS.Aws.dll</c> and <c>AWSSDK.Core.dll</c> lie.</param>
    /// <exception cref="FileNotFoundException">One of the two is missing: the module is incomplete.</exception>
    public static IAwsGateway Open(string directory)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(directory);
        string path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(directory));

        // Outside the Lazy, which would remember the failure after the file has been put there.
        Require(Path.Combine(path, GatewayFile));
        Require(Path.Combine(path, SdkFile));

        Type type = GatewayTypes.GetOrAdd(path, static key => new Lazy<Type>(() => Load(key))).Value;
        return (IAwsGateway)Activator.CreateInstance(type)!;
    }

    private static Type Load(string directory)
    {
        AwsLoadContext context = new(directory);
        Assembly assembly = context.LoadFromAssemblyPath(Path.Combine(directory, GatewayFile));
        return assembly.GetType(GatewayType, throwOnError: true)!;
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
