using System.Text.RegularExpressions;

namespace BedrockPS.HelpBuilder.Documentation;

/// <summary>Turns what a cref points at into what a PowerShell user calls it.</summary>
internal sealed partial class CrefNames(IReadOnlyDictionary<string, string> commandsAndParameters)
{
    public string Of(string cref)
    {
        if (commandsAndParameters.TryGetValue(cref, out string? known))
        {
            return known;
        }

        string kind = cref is [_, ':', ..] ? cref[..1] : "T";
        string path = Arity().Replace(cref is [_, ':', ..] ? cref[2..] : cref, "");
        string[] parts = path.Split('(')[0].Split('.');
        return kind switch
        {
            "T" or "F" or "!" or "N" => parts[^1],
            _ when parts.Length > 1 && parts[^1] == "#ctor" => parts[^2],
            _ => string.Join('.', parts.TakeLast(2)),
        };
    }

    [GeneratedRegex("`+[0-9]+")]
    private static partial Regex Arity();
}
