using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using BedrockPS.Session;

namespace BedrockPS.Completion;

/// <summary>Completes the models that a price table names; profiles, too, once they were listed.</summary>
public sealed class PricedModelCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters)
    {
        CatalogLookup known = new(fakeBoundParameters);
        ModelToolTip tip = known.ToolTip;
        IEnumerable<Candidate> priced = new ModelPricing(RunspaceSession.Current, region: null).ModelIds
            .Select(id => new Candidate(id, null, () => tip.Of(new FoundationModel { ModelId = id })));
        return Matches.Of(wordToComplete, priced.Concat(known.ProfileCandidates(tip)));
    }
}
