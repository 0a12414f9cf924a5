namespace BedrockPS.Aws.Profiles;

/// <summary>Which files profiles are read from.</summary>
/// <param name="Credentials">The shared credentials file.</param>
/// <param name="Config">The shared configuration file.</param>
internal sealed record ProfileFiles(string Credentials, string Config)
{
    public const string ConfigVariable = "AWS_CONFIG_FILE";
    public const string CredentialsVariable = "AWS_SHARED_CREDENTIALS_FILE";

    /// <summary>The files that the caller, the environment or the convention names at this moment.</summary>
    /// <remarks>AWSSDK.Core answers this too, but reads the two variables once for the whole process.</remarks>
    public static ProfileFiles Locate(string? profileLocation)
    {
        string credentials = Path.GetFullPath(
            Text.OrNull(profileLocation) ?? Text.OfVariable(CredentialsVariable) ?? Path.Combine(Home, "credentials"));
        string config = Text.OfVariable(ConfigVariable)
            ?? Path.Combine(Path.GetDirectoryName(credentials) ?? Home, "config");
        return new ProfileFiles(credentials, Path.GetFullPath(config));
    }

    public override string ToString() => $"{Show(Credentials)} and {Show(Config)}";

    private static string Show(string path) => File.Exists(path) ? $"'{path}'" : $"'{path}' (no such file)";

    /// <summary>The user's folder of AWS.</summary>
    public static string Home => Path.Combine(
        Text.OfVariable("HOME") ?? Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".aws");
}
