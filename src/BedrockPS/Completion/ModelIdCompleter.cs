using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using BedrockPS.Session;

namespace BedrockPS.Completion;

/// <summary>
/// Completes model ids without a call: those this session has listed, and those the embedded endpoint knows.
/// </summary>
public sealed class ModelIdCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters)
    {
        string word = wordToComplete.Trim('\'', '"');
        SortedSet<string> ids = new(LocalEndpoint.KnownModelIds, StringComparer.OrdinalIgnoreCase);
        ids.UnionWith(RunspaceSession.Current.SeenModelIds);
        string[] starting = ids.Where(id => id.StartsWith(word, StringComparison.OrdinalIgnoreCase)).ToArray();
        string[] found = starting.Length > 0
            ? starting
            : ids.Where(id => id.Contains(word, StringComparison.OrdinalIgnoreCase)).ToArray();
        return found.Select(id => new CompletionResult(id, id, CompletionResultType.ParameterValue, id));
    }
}
