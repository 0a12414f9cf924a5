namespace BedrockPS.Access;

/// <summary>A value, and where it came from in the user's words.</summary>
/// <param name="Value">The value.</param>
/// <param name="Source">Such as <c>-Region</c>, <c>AWS_REGION</c> or <c>profile 'ops'</c>.</param>
public sealed record Sourced<T>(T Value, string Source);
