namespace BedrockPS.Catalog;

/// <summary>Where lists are kept between sessions.</summary>
public static class CacheFolder
{
    /// <summary>The variable that names another folder.</summary>
    public const string Variable = "BEDROCKPS_CACHE_HOME";

    /// <summary>The folder, whether it is there or not; null where the user has none.</summary>
    public static string? Find()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named)
        {
            return Path.IsPathFullyQualified(named) ? named : null;
        }

        string? caches = FindCaches();
        return caches is null ? null : Path.Combine(caches, "BedrockPS", "catalog");
    }

    private static string? FindCaches()
    {
        string? xdg = Environment.GetEnvironmentVariable("XDG_CACHE_HOME");
        if (!string.IsNullOrEmpty(xdg) && Path.IsPathFullyQualified(xdg))
        {
            return xdg;
        }

        if (OperatingSystem.IsWindows())
        {
            return Existing(Environment.GetFolderPath(
                Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify));
        }

        return Existing(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile)) is { } home
            ? Path.Combine(home, OperatingSystem.IsMacOS() ? "Library/Caches" : ".cache")
            : null;
    }

    private static string? Existing(string path) => path.Length > 0 ? path : null;
}
