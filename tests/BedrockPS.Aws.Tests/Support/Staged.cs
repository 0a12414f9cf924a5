using BedrockPS.Access;

namespace BedrockPS.Aws.Tests.Support;

/// <summary>The assemblies as the module lays them out: in a folder of their own.</summary>
internal static class Staged
{
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "aws");

    public static IAwsGateway Gateway => AwsGatewayLoader.Open(Folder);

    /// <summary>A gateway whose time is the test's.</summary>
    public static IAwsGateway Open(TimeProvider clock) => WithClock(clock);

    /// <summary>A gateway whose time is the test's.</summary>
    public static IAwsGateway WithClock(TimeProvider clock) =>
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
