using System.Globalization;

namespace BedrockPS;

/// <summary>One thing that a guardrail found, and what it did about it.</summary>
public sealed class GuardrailFinding
{
    /// <summary>Where it was found: <c>input</c> or <c>output</c>.</summary>
    public string? Source { get; set; }

    /// <summary>The policy that found it; see <see cref="GuardrailPolicy"/>.</summary>
    public string? Policy { get; set; }

    /// <summary>The topic's or the pattern's own name; null where the policy gives none.</summary>
    public string? Name { get; set; }

    /// <summary>The kind of content, of personal data, of word list or of conclusion, in the service's words.</summary>
    public string? Type { get; set; }

    /// <summary>The text that matched; null where the policy does not point at one.</summary>
    public string? Match { get; set; }

    /// <summary>What the guardrail did, such as <c>BLOCKED</c>, <c>ANONYMIZED</c> or <c>NONE</c>.</summary>
    public string? Action { get; set; }

    /// <summary>Whether the policy holds it for found; a guardrail that only reports finds and does nothing.</summary>
    public bool? Detected { get; set; }

    /// <summary>How sure the policy is, such as <c>HIGH</c>.</summary>
    public string? Confidence { get; set; }

    /// <summary>How strict the filter is set to be, such as <c>MEDIUM</c>.</summary>
    public string? FilterStrength { get; set; }

    /// <summary>How well the answer is grounded, from 0 to 1.</summary>
    public double? Score { get; set; }

    /// <summary>The score below which the guardrail acts.</summary>
    public double? Threshold { get; set; }

    /// <summary>The guardrail that found it.</summary>
    public string? GuardrailId { get; set; }

    /// <summary>The finding in the service's shape.</summary>
    public object? Raw { get; set; }

    /// <summary>Whether the guardrail did something about it.</summary>
    public bool Acted => Action is { Length: > 0 } && !Action.Equals("NONE", StringComparison.OrdinalIgnoreCase);

    /// <summary>One line, such as <c>input pii EMAIL: 'a@example.com' ANONYMIZED</c>.</summary>
    public override string ToString()
    {
        string found = Join(Source, Policy, Name ?? Type);
        string detail = Join(Match is null ? null : $"'{Match}'", ScoreText());
        return Join(detail.Length == 0 ? found : $"{found}: {detail}", Action);
    }

    private string? ScoreText() => (Score, Threshold) switch
    {
        (null, _) => null,
        (double score, null) => score.ToString(CultureInfo.InvariantCulture),
        (double score, double threshold) => string.Create(CultureInfo.InvariantCulture, $"{score} of {threshold}"),
    };

    private static string Join(params string?[] words) =>
        string.Join(' ', words.Where(word => !string.IsNullOrEmpty(word)));
}
