using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace BedrockPS.Completion;

/// <summary>Completes the parameters of the command that is to be a tool.</summary>
public sealed class CommandParameterCompleter : IArgumentCompleter
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
        return Find(fakeBoundParameters["Command"])
            .Where(parameter => parameter.Name.StartsWith(word, StringComparison.OrdinalIgnoreCase))
            .OrderBy(parameter => parameter.Name, StringComparer.OrdinalIgnoreCase)
            .Select(parameter => new CompletionResult(
                parameter.Name,
                parameter.Name,
                CompletionResultType.ParameterValue,
                $"[{parameter.ParameterType.Name}] {parameter.Name}"));
    }

    private static ParameterMetadata[] Find(object? command)
    {
        if (command is null)
        {
            return [];
        }

        using PowerShell shell = PowerShell.Create(RunspaceMode.CurrentRunspace);
        shell.AddCommand("Get-Command").AddParameter("Name", $"{command}").AddParameter("ErrorAction", "Ignore");
        return shell.Invoke<CommandInfo>().Take(1)
            .SelectMany(found => found.Parameters.Values)
            .Where(parameter => !Cmdlet.CommonParameters.Contains(parameter.Name))
            .ToArray();
    }
}
