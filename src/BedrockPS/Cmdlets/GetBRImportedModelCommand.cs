using System.Management.Automation;
using BedrockPS.Catalog;

namespace BedrockPS.Cmdlets;

/// <summary>Lists the models that the account has brought along, or gets some.</summary>
/// <remarks>
/// An imported model's .ModelId is what to call: an inference cmdlet takes it from the pipeline. Of one that is asked
/// for by name or ARN the service tells more, in .Other. Pages are read as they are needed.
/// </remarks>
/// <example>
/// <code>Get-BRImportedModel | Where-Object InstructSupported | Select-Object Name, Architecture, CreatedAt</code>
/// <para>Shows the imported models that follow instructions.</para>
/// </example>
/// <example>
/// <code>Get-BRImportedModel house-llama | Invoke-BRConverse 'Hello'</code>
/// <para>Calls an imported model.</para>
/// </example>
[Cmdlet(VerbsCommon.Get, "BRImportedModel")]
[OutputType(typeof(ImportedModel))]
public sealed class GetBRImportedModelCommand : ResourceCommandBase
{
    /// <summary>The names or ARNs to return; wildcards are allowed.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("ModelIdentifier", "Name")]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? ModelArn { get; set; }

    /// <inheritdoc/>
    protected override object? ErrorTarget => ModelArn;

    /// <inheritdoc/>
    protected override void Process() => WriteFound(ModelArn, new CatalogKind<ImportedModel>
    {
        Noun = "imported model",
        List = (connection, token) => connection.ListImportedModelsAsync(ReadFilter(), token),
        Get = (connection, id, token) => connection.GetImportedModelAsync(id, token),
        NamesOf = model => [model.ModelArn, model.Name],
        Remember = models => Remember(models.Select(model => model.ModelId)),
    });
}
