using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace BedrockPS.Completion;

/// <summary>Completes models and inference profiles from what was listed before, without a call.</summary>
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
        bool isOfModels = commandName.Equals("Get-BRFoundationModel", StringComparison.OrdinalIgnoreCase);
        return Find(wordToComplete, new CatalogLookup(fakeBoundParameters), isOfModels);
    }

    /// <summary>The ids that begin with a word; those that hold it, where none does.</summary>
    internal static string[] Find(string word) =>
        [.. Find(word, new CatalogLookup(new Hashtable()), isOfModels: false).Select(found => found.ListItemText)];

    private static IEnumerable<CompletionResult> Find(string word, CatalogLookup known, bool isOfModels)
    {
        ModelToolTip tip = known.ToolTip;
        IEnumerable<Candidate> models =
            known.Models.Select(model => new Candidate(model.ModelId, model.Name, () => tip.Of(model)));
        return Matches.Of(word, isOfModels ? models : models
            .Concat(known.ProfileCandidates(tip))
            .Concat(known.Arns.Select(arn => new Candidate(arn, null, () => arn))));
    }
}
