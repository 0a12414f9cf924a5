using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace BedrockPS.Completion;

/// <summary>Completes inference profiles from what was listed before, without a call.</summary>
public sealed class InferenceProfileCompleter : IArgumentCompleter
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
        return Matches.Of(wordToComplete, known.ProfileCandidates(known.ToolTip));
    }
}
