using System.Collections.Frozen;

namespace BedrockPS.Tools;

/// <summary>Tells by its verb whether a command only looks.</summary>
internal static class ToolVerbs
{
    // Approved verbs of PowerShell whose commands, by their definition, change nothing outside the pipeline.
    private static readonly FrozenSet<string> Looking = new[]
    {
        "Get", "Test", "Measure", "Find", "Search", "Select", "Compare", "Resolve", "ConvertTo", "ConvertFrom",
        "Group", "Sort", "Join", "Split", "Format",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly char[] Separators = ['-', '_'];

    /// <summary>
    /// Whether the name begins with a verb that changes nothing; a name without a verb may change anything.
    /// </summary>
    public static bool OnlyLooks(string name)
    {
        int end = name.IndexOfAny(Separators);
        return end > 0 && Looking.Contains(name[..end]);
    }
}
