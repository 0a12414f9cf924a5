namespace BedrockPS.Recording;

/// <summary>Where a value stands in JSON.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Member">The name of the nearest member that holds it; null where there is none.</param>
/// <param name="IsText">Whether it is a text, not a number.</param>
internal readonly record struct JsonPlace(string Path, string? Member, bool IsText);
