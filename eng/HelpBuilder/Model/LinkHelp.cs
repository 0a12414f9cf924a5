namespace BedrockPS.HelpBuilder.Model;

/// <summary>One related link: to another cmdlet by name, or to a page.</summary>
internal sealed record LinkHelp(string Text, string Address = "");
