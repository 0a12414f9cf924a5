using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using BedrockPS.Session;

namespace BedrockPS.Completion;

/// <summary>Completes the names of session defaults.</summary>
public sealed class DefaultNameCompleter : IArgumentCompleter
{
    /// <summary>The names, as Get-BRDefault shows them.</summary>
    internal static IReadOnlyList<string> Names { get; } =
        typeof(SessionDefaults).GetProperties().Select(property => property.Name).ToArray();

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters) =>
        Names
            .Where(name => name.StartsWith(wordToComplete, StringComparison.OrdinalIgnoreCase))
            .Select(name => new CompletionResult(name));
}
