using BedrockPS.Access;

namespace BedrockPS.Aws.Tests.Support;

/// <summary>The assemblies as the module lays them out: in a folder of their own.</summary>
internal static class Staged
{
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "aws");

    public static IAwsGateway Gateway => AwsGatewayLoader.Open(Folder);

    /// <summary>A gateway whose keys end by a test's clock.</summary>
    public static IAwsGateway Open(TimeProvider clock) =>
        (IAwsGateway)Activator.CreateInstance(Gateway.GetType(), clock)!;

    /// <summary>Another folder, and so another load context that knows nothing of what other tests did.</summary>
    public static string Copy(string folder)
    {
        foreach (string file in Directory.GetFiles(Folder, "*.dll"))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }

        return folder;
    }
}
