namespace BedrockPS.Catalog;

/// <summary>A page of ListInferenceProfiles.</summary>
internal sealed class InferenceProfileList
{
    public InferenceProfile[]? InferenceProfileSummaries { get; set; }

    public string? NextToken { get; set; }
}
