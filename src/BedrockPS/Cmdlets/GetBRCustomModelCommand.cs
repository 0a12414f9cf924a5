using System.Management.Automation;
using BedrockPS.Catalog;
using BedrockPS.Completion;

namespace BedrockPS.Cmdlets;

/// <summary>Lists the models that the account has made of others, or gets some.</summary>
/// <remarks>
/// A custom model is called through throughput that was bought for it (Get-BRProvisionedThroughput -ModelArn) or
/// through a deployment. Of one that is asked for by name or ARN the service tells more, in .Other. Pages are read as
/// they are needed.
/// </remarks>
/// <example>
/// <code>Get-BRCustomModel -Status Failed | Get-BRCustomModel | Select-Object Name, FailureMessage</code>
/// <para>Shows why models could not be made.</para>
/// </example>
/// <example>
/// <code>Get-BRCustomModel incident-* | Select-Object Name, CustomizationType, BaseModelName, CreatedAt</code>
/// <para>Shows how some models were made, and of what.</para>
/// </example>
[Cmdlet(VerbsCommon.Get, "BRCustomModel")]
[OutputType(typeof(CustomModel))]
public sealed class GetBRCustomModelCommand : ResourceCommandBase
{
    /// <summary>The names or ARNs to return; wildcards are allowed.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("ModelIdentifier", "Name")]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? ModelArn { get; set; }

    /// <summary>Only models in this state: Active, Creating or Failed.</summary>
    [Parameter]
    [Alias("ModelStatus")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ServiceWordCompleter))]
    public string? Status { get; set; }

    /// <summary>Only models that were made of the one with this ARN.</summary>
    [Parameter]
    [Alias("BaseModelArnEquals")]
    [ValidateNotNullOrEmpty]
    public string? BaseModelArn { get; set; }

    /// <inheritdoc/>
    protected override object? ErrorTarget => ModelArn;

    /// <inheritdoc/>
    protected override void Process() => WriteFound(ModelArn, new CatalogKind<CustomModel>
    {
        Noun = "custom model",
        List = (connection, token) => connection.ListCustomModelsAsync(ReadFilter(Status, BaseModelArn), token),
        Get = (connection, id, token) => connection.GetCustomModelAsync(id, token),
        Keeps = model => Status is null || model.Status == Status,
        NamesOf = model => [model.ModelArn, model.Name],
        Remember = models => Remember(models.Select(model => model.ModelId)),
    });
}
