namespace BedrockPS.Tests;

/// <summary>The folders beside the repository that hold other people's vectors and recordings.</summary>
internal static class SharedFolder
{
    public static string? Recordings => Find("BEDROCKPS_RECORDINGS", "recordings");

    public static string? Vectors => Find("BEDROCKPS_VECTORS", "vectors");

    public static string? Api => Find("BEDROCKPS_API", "api");

    private static string? Find(string variable, string name)
    {
        if (Environment.GetEnvironmentVariable(variable) is { Length: > 0 } named)
        {
            return named;
        }

        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string beside = Path.Combine(folder.FullName, "..", "shared", name);
            if (File.Exists(Path.Combine(folder.FullName, "BedrockPS.sln")))
            {
                return Directory.Exists(beside) ? Path.GetFullPath(beside) : null;
            }
        }

        return null;
    }
}
