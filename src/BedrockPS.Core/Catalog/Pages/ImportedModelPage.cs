namespace BedrockPS.Catalog;

/// <summary>A page of ListImportedModels.</summary>
internal sealed class ImportedModelPage : IPage<ImportedModel>
{
    public ImportedModel[]? ModelSummaries { get; set; }

    public string? NextToken { get; set; }

    IReadOnlyList<ImportedModel>? IPage<ImportedModel>.Items => ModelSummaries;
}
