namespace BedrockPS.Completion;

/// <summary>What could be meant.</summary>
/// <param name="Text">The text to put on the command line.</param>
/// <param name="Name">What people call it; null where that is nothing else.</param>
/// <param name="Describe">Makes the tool tip.</param>
internal sealed record Candidate(string Text, string? Name, Func<string> Describe);
