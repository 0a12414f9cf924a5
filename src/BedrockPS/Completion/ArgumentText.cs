using System.Management.Automation.Language;

namespace BedrockPS.Completion;

/// <summary>How a value is written on a command line.</summary>
internal static class ArgumentText
{
    /// <summary>The value, in quotes where PowerShell would otherwise read something else.</summary>
    public static string Of(string value) => value.Length > 0 && value.All(IsPlain) && char.IsLetter(value[0])
        ? value
        : $"'{CodeGeneration.EscapeSingleQuotedStringContent(value)}'";

    private static bool IsPlain(char letter) => char.IsLetterOrDigit(letter) || "-_/.:".Contains(letter);
}
