namespace BedrockPS.HelpBuilder.Model;

/// <summary>One example.</summary>
internal sealed record ExampleHelp(string? Title, string Code, IReadOnlyList<string> Remarks);
