using System.Collections.Frozen;
using System.Management.Automation;

namespace BedrockPS.Tools;

/// <summary>Tells by its verb, and by what it says of itself, whether a command only looks.</summary>
internal static class ToolVerbs
{
    // Approved verbs of PowerShell whose commands, by their definition, change nothing outside the pipeline. Format is
    // not among them: Format-Volume erases a disk.
    private static readonly FrozenSet<string> Looking = new[]
    {
        "Get", "Test", "Measure", "Find", "Search", "Select", "Compare", "Resolve", "ConvertTo", "ConvertFrom",
        "Group", "Sort", "Join", "Split",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly char[] Separators = ['-', '_'];

    /// <summary>
    /// Whether the name begins with a verb that changes nothing; a name without a verb may change anything, and so may
    /// a command that has a -WhatIf.
    /// </summary>
    /// <param name="name">The name of the command, or that of the tool where it is a script block.</param>
    /// <param name="command">The command.</param>
    public static bool OnlyLooks(string name, CommandInfo command)
    {
        int end = name.IndexOfAny(Separators);
        return end > 0 && Looking.Contains(name[..end]) && !command.Parameters.ContainsKey("WhatIf");
    }
}
