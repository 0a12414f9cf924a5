namespace BedrockPS;

/// <summary>What a guardrail found in a question and its answer, as readable objects.</summary>
public sealed class GuardrailTrace
{
    /// <summary>Why the guardrail acted or did not, in the service's words.</summary>
    public string? ActionReason { get; set; }

    /// <summary>What the model had said before the guardrail changed or blocked it.</summary>
    public string[] ModelOutput { get; set; } = [];

    /// <summary>What was found, in the input first, then in the output.</summary>
    public IReadOnlyList<GuardrailFinding> Findings { get; set; } = [];

    /// <summary>Whether the guardrail did something about any finding.</summary>
    public bool Intervened => Findings.Any(finding => finding.Acted);

    /// <summary>The guardrail that was applied, the first where several were.</summary>
    public string? GuardrailId { get; set; }

    /// <summary>Its version, where the service says it.</summary>
    public string? GuardrailVersion { get; set; }

    /// <summary>The trace in the service's shape.</summary>
    public object? Raw { get; set; }

    /// <summary>The findings, one a line.</summary>
    public override string ToString() => string.Join('\n', Findings);
}
