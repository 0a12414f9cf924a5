namespace BedrockPS.Access;

/// <summary>A region of AWS.</summary>
/// <param name="Name">The system name, such as <c>eu-central-1</c>.</param>
/// <param name="DisplayName">The name for people, such as <c>Europe (Frankfurt)</c>.</param>
/// <param name="Partition">The partition, such as <c>aws</c>, <c>aws-cn</c> or <c>aws-us-gov</c>.</param>
public sealed record AwsRegion(string Name, string DisplayName, string Partition);
