using System.Management.Automation;

namespace BedrockPS.Completion;

/// <summary>Chooses from what could be meant by what was typed.</summary>
internal static class Matches
{
    /// <summary>What begins with the word, else what holds it or has a name that does, in order.</summary>
    /// <param name="word">What was typed, perhaps in quotes.</param>
    /// <param name="candidates">The texts, each with a name for people and a tool tip.</param>
    public static IEnumerable<CompletionResult> Of(
        string word, IEnumerable<(string Text, string? Name, string ToolTip)> candidates)
    {
        string typed = word.Trim('\'', '"');
        (string Text, string? Name, string ToolTip)[] all =
        [
            .. candidates.DistinctBy(candidate => candidate.Text, StringComparer.OrdinalIgnoreCase)
                .OrderBy(candidate => candidate.Text, StringComparer.OrdinalIgnoreCase),
        ];
        (string Text, string? Name, string ToolTip)[] found =
            Array.FindAll(all, one => one.Text.StartsWith(typed, StringComparison.OrdinalIgnoreCase));
        if (found.Length == 0)
        {
            found = Array.FindAll(all, one => Holds(one.Text, typed) || Holds(one.Name, typed));
        }

        return found.Select(one => new CompletionResult(
            ArgumentText.Of(one.Text), one.Text, CompletionResultType.ParameterValue, one.ToolTip));
    }

    private static bool Holds(string? text, string typed) =>
        text?.Contains(typed, StringComparison.OrdinalIgnoreCase) == true;
}
