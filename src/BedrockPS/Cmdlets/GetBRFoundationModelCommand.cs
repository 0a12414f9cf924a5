using System.Management.Automation;
using BedrockPS.Catalog;
using BedrockPS.Completion;
using BedrockPS.Http;
using BedrockPS.Session;

namespace BedrockPS.Cmdlets;

/// <summary>Lists the foundation models of a region.</summary>
/// <remarks>
/// <para>Each model is one object with what the service says of it: how it can be called, what it reads and writes,
/// what it can do (.Supports), the formats of files that it takes, where it stands in its life. Context window and price
/// come from the price table; .Sources says so. What is not known is empty, never zero. Members that no property names
/// are in .Other.</para>
/// <para>The service filters by provider, output modality, inference type and customisation; the other filters are
/// applied here, after one request.</para>
/// </remarks>
/// <example>
/// <code>Get-BRFoundationModel | Select-Object ModelId, Provider</code>
/// <para>Lists the models of the region as id and maker.</para>
/// </example>
/// <example>
/// <code>Get-BRFoundationModel -Supports pdf, Streaming -Active | Sort-Object InputPrice</code>
/// <para>Shows what reads PDF and streams, the cheapest first.</para>
/// </example>
/// <example>
/// <code>Get-BRFoundationModel 'Claude*' | Format-Table Name, ContextWindow, MaxOutputTokens, Supports</code>
/// <para>Compares models by name.</para>
/// </example>
[Cmdlet(VerbsCommon.Get, "BRFoundationModel")]
[OutputType(typeof(FoundationModel))]
public sealed class GetBRFoundationModelCommand : CatalogCommandBase
{
    private IReadOnlyList<FoundationModel>? _models;

    /// <summary>The ids or names to return; wildcards are allowed.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Name")]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ModelIdCompleter))]
    public string[]? ModelId { get; set; }

    /// <summary>Only the models of this provider, such as Amazon.</summary>
    [Parameter]
    [Alias("ByProvider")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ProviderCompleter))]
    public string? Provider { get; set; }

    /// <summary>Only models that write this: TEXT, IMAGE or EMBEDDING.</summary>
    [Parameter]
    [Alias("ByOutputModality")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ServiceWordCompleter))]
    public string? OutputModality { get; set; }

    /// <summary>Only models that can be called this way: ON_DEMAND, PROVISIONED or INFERENCE_PROFILE.</summary>
    [Parameter]
    [Alias("ByInferenceType")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ServiceWordCompleter))]
    public string? InferenceType { get; set; }

    /// <summary>Only models that can be customised this way, such as FINE_TUNING.</summary>
    [Parameter]
    [Alias("ByCustomizationType")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ServiceWordCompleter))]
    public string? CustomizationType { get; set; }

    /// <summary>Only models that read all of these, such as TEXT, IMAGE or VIDEO.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ServiceWordCompleter))]
    public string[]? InputModality { get; set; }

    /// <summary>
    /// Only models that are known to be able to do all of these, such as Tools or Reasoning; formats of files, such as
    /// pdf, count too.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ServiceWordCompleter))]
    public string[]? Supports { get; set; }

    /// <summary>Only models whose answers can be streamed; -Streaming:$false for the others.</summary>
    [Parameter]
    public SwitchParameter Streaming { get; set; }

    /// <summary>Only models that are no legacy ones; -Active:$false for the others.</summary>
    [Parameter]
    public SwitchParameter Active { get; set; }

    /// <inheritdoc/>
    protected override object? ErrorTarget => ModelId;

    /// <inheritdoc/>
    protected override void Process()
    {
        _models ??= List();
        foreach (string pattern in ModelId ?? ["*"])
        {
            WriteMatches(_models, pattern);
        }
    }

    private FoundationModel[] List()
    {
        FoundationModelFilter filter = new()
        {
            Provider = Provider,
            OutputModality = OutputModality,
            InferenceType = InferenceType,
            CustomizationType = CustomizationType,
        };
        IReadOnlyList<FoundationModel> models = Wait(Connection.ListFoundationModelsAsync(filter, StopToken));
        Catalog.Keep(models, isWhole: filter == new FoundationModelFilter());
        ModelPricing pricing = new(Session, Catalog.Scope.Region);
        foreach (FoundationModel model in models)
        {
            ModelFacts.Complete(model);
            pricing.Complete(model);
        }

        return [.. models.Where(IsWanted)];
    }

    private bool IsWanted(FoundationModel model) =>
        (!IsBound(nameof(Streaming)) || model.Streaming == Streaming)
        && (!IsBound(nameof(Active)) || (model.Status != "LEGACY") == Active)
        && (InputModality ?? []).All(word => ModelFeatures.Reads(model, word))
        && (Supports ?? []).All(word => ModelFeatures.Has(model, word));

    private void WriteMatches(IReadOnlyList<FoundationModel> models, string pattern)
    {
        FoundationModel[] matches =
            [.. models.Where(model => IsLike(model.ModelId, pattern) || IsLike(model.Name, pattern))];
        WriteObject(matches, enumerateCollection: true);
        if (matches.Length == 0 && !WildcardPattern.ContainsWildcardCharacters(pattern))
        {
            BedrockException failure = new(
                ErrorCodes.ResourceNotFound, $"No foundation model that was asked for has the id or name '{pattern}'.");
            WriteFailure(failure, pattern);
        }
    }
}
