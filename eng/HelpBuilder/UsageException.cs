namespace BedrockPS.HelpBuilder;

/// <summary>The tool was called with something that it cannot work with.</summary>
internal sealed class UsageException(string message) : Exception(message);
