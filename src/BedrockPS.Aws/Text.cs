using BedrockPS.Access;

namespace BedrockPS.Aws;

/// <summary>Settings and variables that are blank count as absent, as they do for the AWS CLI.</summary>
internal static class Text
{
    public static string? OrNull(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();

    /// <summary>Reads the process's environment anew: scripts change it between two calls.</summary>
    public static string? OfVariable(string name) => SettingText.OfVariable(name);
}
