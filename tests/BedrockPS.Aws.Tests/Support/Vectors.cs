namespace BedrockPS.Aws.Tests.Support;

/// <summary>Finds the shared test vectors, which lie beside the repository and are no part of it.</summary>
internal static class Vectors
{
    public static string? Folder { get; } = Find();

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("BEDROCKPS_VECTORS") is { Length: > 0 } given)
        {
            return given;
        }

        for (DirectoryInfo? here = new(AppContext.BaseDirectory); here is not null; here = here.Parent)
        {
            string candidate = Path.Combine(here.FullName, "shared", "vectors");
            if (Directory.Exists(candidate))
            {
                return candidate;
            }
        }

        return null;
    }
}
