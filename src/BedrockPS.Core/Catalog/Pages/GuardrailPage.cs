namespace BedrockPS.Catalog;

/// <summary>A page of ListGuardrails.</summary>
internal sealed class GuardrailPage : IPage<Guardrail>
{
    public Guardrail[]? Guardrails { get; set; }

    public string? NextToken { get; set; }

    IReadOnlyList<Guardrail>? IPage<Guardrail>.Items =>
        Guardrails is null ? null : [.. Guardrails.Select(guardrail => guardrail.Adopt())];
}
