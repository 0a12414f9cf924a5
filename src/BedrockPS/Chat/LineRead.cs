namespace BedrockPS.Chat;

/// <summary>How the reading of a line ended, and what had been written.</summary>
internal readonly record struct LineRead(EditOutcome Outcome, string Text = "");
