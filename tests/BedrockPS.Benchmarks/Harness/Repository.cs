namespace BedrockPS.Benchmarks.Harness;

/// <summary>Where the staged module and the scripts of the benchmarks are.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>The module as it is published; the task Bench of build.ps1 stages it first.</summary>
    public static string Manifest { get; } = Required(Path.Combine(Root, "out", "BedrockPS", "BedrockPS.psd1"));

    public static string AwsFolder => Path.Combine(Path.GetDirectoryName(Manifest)!, "bin", "aws");

    public static string Script(string name) => Required(Path.Combine(AppContext.BaseDirectory, "Scripts", name));

    private static string FindRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "BedrockPS.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("BedrockPS.sln is in no folder above.");
    }

    private static string Required(string path) => File.Exists(path)
        ? path
        : throw new FileNotFoundException($"{path} is missing. Run ./build.ps1 -Task Build first.");
}
