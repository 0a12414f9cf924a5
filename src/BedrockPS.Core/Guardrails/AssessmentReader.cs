using System.Collections;

namespace BedrockPS.Guardrails;

/// <summary>Reads what one guardrail says of one text: an object with a member for each policy.</summary>
internal static class AssessmentReader
{
    private const string Details = "appliedGuardrailDetails";

    /// <summary>The guardrail that made the assessment, as it says itself.</summary>
    public static string? GuardrailId(object? assessment) =>
        RawMembers.Text(RawMembers.Of(assessment, Details), "guardrailId");

    /// <summary>The version of that guardrail.</summary>
    public static string? GuardrailVersion(object? assessment) =>
        RawMembers.Text(RawMembers.Of(assessment, Details), "guardrailVersion");

    /// <summary>The findings of all policies, those of policies to come included.</summary>
    public static IEnumerable<GuardrailFinding> Read(object? assessment, string source, string? guardrailId)
    {
        string? id = GuardrailId(assessment) ?? guardrailId;
        foreach ((string policy, object? value) in RawMembers.Pairs(assessment))
        {
            if (value is null || policy is Details or "invocationMetrics")
            {
                continue;
            }

            foreach (GuardrailFinding finding in ReadPolicy(policy, value))
            {
                finding.Source = source;
                finding.GuardrailId = id;
                yield return finding;
            }
        }
    }

    private static IEnumerable<GuardrailFinding> ReadPolicy(string policy, object value)
    {
        if (value is not IDictionary members)
        {
            return RawMembers.Items(value).Select(item => FindingReader.Read(policy, item));
        }

        IEnumerable<GuardrailFinding> findings = RawMembers.Pairs(members)
            .Where(member => IsList(member.Value))
            .SelectMany(list => RawMembers.Items(list.Value)
                .Select(item => FindingReader.Read(PolicyWords.For(policy, list.Name), item)));
        return IsFinding(members) ? findings.Append(FindingReader.Read(policy, members)) : findings;
    }

    // Policies of today are lists of findings; one to come may be a finding itself.
    private static bool IsFinding(IDictionary members) =>
        members.Contains("action")
        || members.Contains("detected")
        || (RawMembers.Pairs(members).Any(member => member.Value is not null)
            && !RawMembers.Pairs(members).Any(member => IsList(member.Value)));

    private static bool IsList(object? value) => value is IEnumerable and not (string or IDictionary);
}
