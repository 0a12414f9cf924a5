using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using BedrockPS.Preview;

namespace BedrockPS.Completion;

/// <summary>Completes the languages in which a request can be shown.</summary>
public sealed class RequestLanguageCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters) =>
        RequestRendering.Names
            .Where(name => name.StartsWith(wordToComplete.Trim('\'', '"'), StringComparison.OrdinalIgnoreCase))
            .Select(name => new CompletionResult(name));
}
