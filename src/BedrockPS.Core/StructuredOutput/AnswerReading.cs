namespace BedrockPS.StructuredOutput;

/// <summary>What was found in an answer.</summary>
/// <param name="Value">The value as the caller gets it; null where there are problems.</param>
/// <param name="Problems">What is wrong with it; empty where nothing is.</param>
internal sealed record AnswerReading(object? Value, IReadOnlyList<string> Problems)
{
    public bool IsGood => Problems.Count == 0;
}
