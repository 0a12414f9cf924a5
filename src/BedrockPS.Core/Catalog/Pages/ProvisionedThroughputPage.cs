namespace BedrockPS.Catalog;

/// <summary>A page of ListProvisionedModelThroughputs.</summary>
internal sealed class ProvisionedThroughputPage : IPage<ProvisionedThroughput>
{
    public ProvisionedThroughput[]? ProvisionedModelSummaries { get; set; }

    public string? NextToken { get; set; }

    IReadOnlyList<ProvisionedThroughput>? IPage<ProvisionedThroughput>.Items => ProvisionedModelSummaries;
}
