namespace BedrockPS.Catalog;

/// <summary>The answer of ListFoundationModels.</summary>
internal sealed class FoundationModelList
{
    public FoundationModel[]? ModelSummaries { get; set; }
}
