using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using BedrockPS.Session;

namespace BedrockPS.Completion;

/// <summary>Completes profiles: of the user's files, or of those that -ProfileLocation or the session name.</summary>
public sealed class ProfileNameCompleter : IArgumentCompleter
{
    private const string Location = "ProfileLocation";

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters)
    {
        RunspaceSession session = RunspaceSession.Current;
        string? location = fakeBoundParameters[Location]?.ToString() ?? session.Defaults.ProfileLocation;
        string word = wordToComplete.Trim('\'', '"');
        return session.Aws.ListProfiles(location)
            .Where(name => name.StartsWith(word, StringComparison.OrdinalIgnoreCase))
            .Select(name => new CompletionResult(
                ArgumentText.Of(name), name, CompletionResultType.ParameterValue, name));
    }
}
