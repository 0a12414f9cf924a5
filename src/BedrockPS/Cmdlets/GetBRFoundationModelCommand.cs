using System.Management.Automation;
using BedrockPS.Access;
using BedrockPS.Catalog;
using BedrockPS.Completion;
using BedrockPS.Http;

namespace BedrockPS.Cmdlets;

/// <summary>Lists the foundation models of a region.</summary>
/// <remarks>
/// The service filters by provider, modality, inference type and customisation; -ModelId filters by wildcard.
/// Members that the service sends without describing them are in .Other.
/// </remarks>
/// <example>
/// <code>Get-BRFoundationModel | Where-Object Streaming | Format-Table</code>
/// <para>Shows the models whose answers can be streamed.</para>
/// </example>
/// <example>
/// <code>Get-BRFoundationModel *nova* | Select-Object ModelId, Provider</code>
/// <para>Shows the id and the maker of some models.</para>
/// </example>
[Cmdlet(VerbsCommon.Get, "BRFoundationModel")]
[OutputType(typeof(FoundationModel))]
public sealed class GetBRFoundationModelCommand : AwsCommandBase
{
    /// <summary>The ids to return; wildcards are allowed.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ModelIdCompleter))]
    public string[]? ModelId { get; set; }

    /// <summary>Only the models of this provider, such as Amazon.</summary>
    [Parameter]
    [Alias("ByProvider")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ServiceWordCompleter))]
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

    /// <inheritdoc/>
    protected override object? ErrorTarget => ModelId;

    private protected override string Service => EndpointAddress.ControlPlane;

    /// <inheritdoc/>
    protected override void Process()
    {
        FoundationModelFilter filter = new()
        {
            Provider = Provider,
            OutputModality = OutputModality,
            InferenceType = InferenceType,
            CustomizationType = CustomizationType,
        };
        IReadOnlyList<FoundationModel> models = Wait(Connection.ListFoundationModelsAsync(filter, StopToken));
        Session.SeenModelIds.UnionWith(models.Select(model => model.ModelId));
        foreach (string pattern in ModelId ?? ["*"])
        {
            WriteMatches(models, pattern);
        }
    }

    private void WriteMatches(IReadOnlyList<FoundationModel> models, string pattern)
    {
        WildcardPattern wildcard = WildcardPattern.Get(pattern, WildcardOptions.IgnoreCase);
        FoundationModel[] matches = models.Where(model => wildcard.IsMatch(model.ModelId)).ToArray();
        WriteObject(matches, enumerateCollection: true);
        if (matches.Length == 0 && !WildcardPattern.ContainsWildcardCharacters(pattern))
        {
            BedrockException failure = new(
                ErrorCodes.ResourceNotFound, $"The region lists no foundation model with the id '{pattern}'.");
            WriteFailure(failure, pattern);
        }
    }
}
