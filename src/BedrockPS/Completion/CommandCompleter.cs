using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace BedrockPS.Completion;

/// <summary>Completes commands of the session, as the prompt does.</summary>
public sealed class CommandCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters) =>
        CompletionCompleters.CompleteCommand(wordToComplete.Trim('\'', '"'));
}
