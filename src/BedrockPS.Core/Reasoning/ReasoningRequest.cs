namespace BedrockPS.Reasoning;

/// <summary>What a caller said of thinking before answering.</summary>
/// <param name="Effort">
/// How hard to try: <c>low</c>, <c>medium</c>, <c>high</c>, or a word of the model's own; null for its usual.
/// </param>
/// <param name="BudgetTokens">
/// The most tokens that thoughts may take, for the models that count them; null for a usual number.
/// </param>
public sealed record ReasoningRequest(string? Effort, int? BudgetTokens);
