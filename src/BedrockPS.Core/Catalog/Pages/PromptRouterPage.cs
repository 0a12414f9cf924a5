namespace BedrockPS.Catalog;

/// <summary>A page of ListPromptRouters.</summary>
internal sealed class PromptRouterPage : IPage<PromptRouter>
{
    public PromptRouter[]? PromptRouterSummaries { get; set; }

    public string? NextToken { get; set; }

    IReadOnlyList<PromptRouter>? IPage<PromptRouter>.Items => PromptRouterSummaries;
}
