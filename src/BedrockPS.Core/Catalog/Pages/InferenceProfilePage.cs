namespace BedrockPS.Catalog;

/// <summary>A page of ListInferenceProfiles.</summary>
internal sealed class InferenceProfilePage : IPage<InferenceProfile>
{
    public InferenceProfile[]? InferenceProfileSummaries { get; set; }

    public string? NextToken { get; set; }

    IReadOnlyList<InferenceProfile>? IPage<InferenceProfile>.Items => InferenceProfileSummaries;
}
