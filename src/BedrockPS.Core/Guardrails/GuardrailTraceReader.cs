namespace BedrockPS.Guardrails;

/// <summary>Reads the guardrail's part of a trace; members that are missing or newer than this stop nothing.</summary>
internal static class GuardrailTraceReader
{
    private const string Input = "input";
    private const string Output = "output";

    /// <summary>The guardrail's part; null where the trace has none.</summary>
    public static GuardrailTrace? Read(object? trace)
    {
        object? raw = RawMembers.Of(trace, "guardrail");
        return raw is null ? null : ReadGuardrail(raw);
    }

    private static GuardrailTrace ReadGuardrail(object raw)
    {
        (string Source, string Id, object? Assessment)[] assessments =
        [
            .. Assessments(RawMembers.Of(raw, "inputAssessment"), Input),
            .. Assessments(RawMembers.Of(raw, "outputAssessments"), Output),
        ];
        return new GuardrailTrace
        {
            ActionReason = RawMembers.Text(raw, "actionReason"),
            ModelOutput = RawMembers.Items(RawMembers.Of(raw, "modelOutput")).OfType<string>().ToArray(),
            Findings = assessments
                .SelectMany(each => AssessmentReader.Read(each.Assessment, each.Source, each.Id))
                .ToArray(),
            GuardrailId = First(assessments, AssessmentReader.GuardrailId) ?? assessments.FirstOrDefault().Id,
            GuardrailVersion = First(assessments, AssessmentReader.GuardrailVersion),
            Raw = raw,
        };
    }

    // By guardrail: one assessment for the input, a list of them for the output.
    private static IEnumerable<(string Source, string Id, object? Assessment)> Assessments(
        object? byGuardrail, string source) =>
        RawMembers.Pairs(byGuardrail)
            .SelectMany(pair => RawMembers.Items(pair.Value).Select(assessment => (source, pair.Name, assessment)));

    private static string? First(
        IEnumerable<(string Source, string Id, object? Assessment)> assessments, Func<object?, string?> read) =>
        assessments.Select(each => read(each.Assessment)).FirstOrDefault(text => text is not null);
}
