namespace BedrockPS.Recording;

/// <summary>One call: what was asked, and what came of it.</summary>
/// <param name="Request">What was asked.</param>
/// <param name="Answer">What came of it, after all retries.</param>
/// <param name="Line">The line of the file that holds it; 0 where it was not read from one.</param>
public sealed record RecordedExchange(RecordedRequest Request, RecordedAnswer Answer, int Line = 0);
