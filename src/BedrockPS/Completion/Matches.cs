using System.Management.Automation;

namespace BedrockPS.Completion;

/// <summary>Chooses from what could be meant by what was typed.</summary>
internal static class Matches
{
    /// <summary>What begins with the word, else what holds it or has a name that does, in order.</summary>
    /// <param name="word">What was typed, perhaps in quotes.</param>
    /// <param name="candidates">The texts, with names for people and tool tips that are made for matches only.</param>
    public static IEnumerable<CompletionResult> Of(string word, IEnumerable<Candidate> candidates)
    {
        string typed = word.Trim('\'', '"');
        Candidate[] all =
        [
            .. candidates.DistinctBy(candidate => candidate.Text, StringComparer.OrdinalIgnoreCase)
                .OrderBy(candidate => candidate.Text, StringComparer.OrdinalIgnoreCase),
        ];
        Candidate[] found =
            Array.FindAll(all, one => one.Text.StartsWith(typed, StringComparison.OrdinalIgnoreCase));
        if (found.Length == 0)
        {
            found = Array.FindAll(all, one => Holds(one.Text, typed) || Holds(one.Name, typed));
        }

        return found.Select(one => new CompletionResult(
            ArgumentText.Of(one.Text), one.Text, CompletionResultType.ParameterValue, one.Describe()));
    }

    private static bool Holds(string? text, string typed) =>
        text?.Contains(typed, StringComparison.OrdinalIgnoreCase) == true;
}
