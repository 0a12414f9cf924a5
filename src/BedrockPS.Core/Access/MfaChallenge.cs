namespace BedrockPS.Access;

/// <summary>A role asks for the code of a device.</summary>
/// <param name="ProfileName">The profile whose role it is.</param>
/// <param name="SerialNumber">The device: its serial number, or the ARN of a virtual one.</param>
public sealed record MfaChallenge(string ProfileName, string SerialNumber);
