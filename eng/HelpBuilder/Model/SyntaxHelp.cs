namespace BedrockPS.HelpBuilder.Model;

/// <summary>One parameter set: what stands on its line, in PowerShell's order.</summary>
internal sealed record SyntaxHelp(string Set, IReadOnlyList<ParameterHelp> Parameters);
