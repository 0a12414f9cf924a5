namespace BedrockPS.Chat.Editing;

/// <summary>A row of the screen.</summary>
/// <param name="Text">What stands on it.</param>
/// <param name="IsWrapped">Whether the line goes on in the next row, where the screen itself wraps it.</param>
internal readonly record struct LayoutRow(string Text, bool IsWrapped);
