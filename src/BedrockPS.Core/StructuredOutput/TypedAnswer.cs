namespace BedrockPS.StructuredOutput;

/// <summary>An answer that satisfies its schema.</summary>
/// <param name="Value">What the caller asked for.</param>
/// <param name="Response">The answer of the model that holds it, with what all calls that it took used.</param>
/// <param name="Turns">
/// The turns since the question, such that a next one can follow: without an answer that was wrong and what was said of
/// it, and with text in the place of a call that nobody has to answer.
/// </param>
public sealed record TypedAnswer(object? Value, ConverseResponse Response, IReadOnlyList<Message> Turns);
