namespace BedrockPS.Catalog;

/// <summary>By what a prompt router chooses.</summary>
internal sealed class PromptRoutingCriteria
{
    public double? ResponseQualityDifference { get; set; }
}
