using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace BedrockPS.Completion;

/// <summary>Completes guardrails from what was listed before, without a call; a name is found too.</summary>
public sealed class GuardrailCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters) =>
        Matches.Of(wordToComplete, new CatalogLookup(fakeBoundParameters).Guardrails.Select(
            guardrail => new Candidate(
                guardrail.GuardrailId, guardrail.Name, () => $"{guardrail.Name}; {guardrail.Status}")));
}
