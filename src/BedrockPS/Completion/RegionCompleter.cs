using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using BedrockPS.Access;
using BedrockPS.Session;

namespace BedrockPS.Completion;

/// <summary>Completes regions of every partition, without the network; any other name is accepted too.</summary>
public sealed class RegionCompleter : IArgumentCompleter
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
        IReadOnlyList<AwsRegion> regions = RunspaceSession.Current.Aws.ListRegions();
        AwsRegion[] starting = regions.Where(region => Starts(region.Name, word)).ToArray();

        // Whoever knows the city and not the name: -Region frankfurt.
        AwsRegion[] found = starting.Length > 0
            ? starting
            : regions.Where(region => Contains(region.DisplayName, word)).ToArray();
        return found.Select(region => new CompletionResult(
            region.Name, region.Name, CompletionResultType.ParameterValue, region.DisplayName));
    }

    private static bool Starts(string name, string word) => name.StartsWith(word, StringComparison.OrdinalIgnoreCase);

    private static bool Contains(string name, string word) => name.Contains(word, StringComparison.OrdinalIgnoreCase);
}
