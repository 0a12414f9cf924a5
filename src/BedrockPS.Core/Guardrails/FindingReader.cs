using System.Collections;

namespace BedrockPS.Guardrails;

/// <summary>Reads one finding, whichever policy made it.</summary>
internal static class FindingReader
{
    public static GuardrailFinding Read(string policy, object? raw)
    {
        (string? kind, object? body) = Unwrap(raw);
        return new GuardrailFinding
        {
            Policy = policy,
            Name = RawMembers.Text(body, "name"),
            Type = RawMembers.Text(body, "type") ?? kind,
            Match = RawMembers.Text(body, "match") ?? Claims(body),
            Action = RawMembers.Text(body, "action"),
            Detected = RawMembers.Flag(body, "detected"),
            Confidence = RawMembers.Text(body, "confidence"),
            FilterStrength = RawMembers.Text(body, "filterStrength"),
            Score = RawMembers.Number(body, "score"),
            Threshold = RawMembers.Number(body, "threshold"),
            Raw = raw,
        };
    }

    // A conclusion of automated reasoning is a union: its one member tells the kind and holds the rest.
    private static (string? Kind, object? Body) Unwrap(object? raw)
    {
        if (raw is IDictionary { Count: 1 })
        {
            (string name, object? value) = RawMembers.Pairs(raw).Single();
            return value is IDictionary ? (name, value) : (null, raw);
        }

        return (null, raw);
    }

    // What automated reasoning judged is the claims that it understood.
    private static string? Claims(object? body)
    {
        object? claims = RawMembers.Of(RawMembers.Of(body, "translation"), "claims");
        string[] said = RawMembers.Items(claims)
            .Select(claim => RawMembers.Text(claim, "naturalLanguage"))
            .OfType<string>()
            .ToArray();
        return said.Length == 0 ? null : string.Join("; ", said);
    }
}
