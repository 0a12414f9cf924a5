using System.Management.Automation;
using BedrockPS.Catalog;
using BedrockPS.Completion;

namespace BedrockPS.Cmdlets;

/// <summary>Lists the throughput that the account has bought for models, or gets some of it.</summary>
/// <remarks>
/// Its .ModelId is what to call: an inference cmdlet takes it from the pipeline. Pages are read as they are needed.
/// </remarks>
/// <example>
/// <code>Get-BRProvisionedThroughput | Sort-Object CommitmentExpirationTime |
///     Select-Object Name, ModelUnits, CommitmentExpirationTime</code>
/// <para>Shows which commitments end next.</para>
/// </example>
/// <example>
/// <code>Get-BRProvisionedThroughput triage-fast | Invoke-BRConverse 'Hello'</code>
/// <para>Calls a model through provisioned throughput.</para>
/// </example>
[Cmdlet(VerbsCommon.Get, "BRProvisionedThroughput")]
[OutputType(typeof(ProvisionedThroughput))]
public sealed class GetBRProvisionedThroughputCommand : ResourceCommandBase
{
    /// <summary>The names or ARNs to return; wildcards are allowed.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("ProvisionedModelId", "Name")]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? ProvisionedModelArn { get; set; }

    /// <summary>Only throughput in this state, such as InService.</summary>
    [Parameter]
    [Alias("StatusEquals")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ServiceWordCompleter))]
    public string? Status { get; set; }

    /// <summary>Only throughput of the model with this ARN.</summary>
    [Parameter]
    [Alias("ModelArnEquals")]
    [ValidateNotNullOrEmpty]
    public string? ModelArn { get; set; }

    /// <inheritdoc/>
    protected override object? ErrorTarget => ProvisionedModelArn;

    /// <inheritdoc/>
    protected override void Process() => WriteFound(ProvisionedModelArn, new CatalogKind<ProvisionedThroughput>
    {
        Noun = "provisioned throughput",
        List = (connection, token) =>
            connection.ListProvisionedThroughputAsync(ReadFilter(Status, ModelArn), token),
        Get = (connection, id, token) => connection.GetProvisionedThroughputAsync(id, token),
        Keeps = item => Status is null || item.Status == Status,
        NamesOf = item => [item.ProvisionedModelArn, item.Name],
        Remember = items => Remember(items.Select(item => item.ModelId)),
    });
}
