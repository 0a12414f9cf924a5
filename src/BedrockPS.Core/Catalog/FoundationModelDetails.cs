namespace BedrockPS.Catalog;

/// <summary>The answer of GetFoundationModel.</summary>
internal sealed class FoundationModelDetails
{
    public FoundationModel? ModelDetails { get; set; }
}
