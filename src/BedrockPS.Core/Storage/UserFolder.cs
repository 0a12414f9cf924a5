using BedrockPS.Access;

namespace BedrockPS.Storage;

/// <summary>Where the module keeps what is to outlast a session.</summary>
public static class UserFolder
{
    /// <summary>The variable that names another folder.</summary>
    public const string Variable = "BEDROCKPS_DATA_HOME";

    /// <summary>
    /// The folder of this user's data: the variable's, or BedrockPS in the place that the system has for it, which is
    /// XDG_DATA_HOME or ~/.local/share on Linux. It need not exist.
    /// </summary>
    public static string Data => SettingText.OfVariable(Variable) is { } named
        ? Path.GetFullPath(named)
        : Path.Combine(Environment.GetFolderPath(
            Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "BedrockPS");
}
