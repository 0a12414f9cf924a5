namespace BedrockPS.Catalog;

/// <summary>A page of ListCustomModels.</summary>
internal sealed class CustomModelPage : IPage<CustomModel>
{
    public CustomModel[]? ModelSummaries { get; set; }

    public string? NextToken { get; set; }

    IReadOnlyList<CustomModel>? IPage<CustomModel>.Items => ModelSummaries;
}
