using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace BedrockPS.Completion;

/// <summary>Completes providers of models: those of the lists that are known, else those that AWS has had.</summary>
public sealed class ProviderCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters)
    {
        string[] listed =
            [.. new CatalogLookup(fakeBoundParameters).Models.Select(model => model.Provider).OfType<string>()];
        return Matches.Of(wordToComplete, (listed.Length > 0 ? listed : ServiceWordCompleter.Providers)
            .Select(provider => new Candidate(provider, null, () => provider)));
    }
}
