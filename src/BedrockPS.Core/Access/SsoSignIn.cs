namespace BedrockPS.Access;

/// <summary>A person is to sign in to IAM Identity Center in a browser, on this machine or on another.</summary>
/// <param name="ProfileName">The profile whose SSO session is to be renewed; null for the ambient one.</param>
/// <param name="ProfileLocation">The shared credentials file, instead of the default one.</param>
/// <param name="Show">
/// Told once where to go and which code to confirm there, on any thread; null where nobody is there to be shown, which
/// is then an error.
/// </param>
/// <param name="Force">Whether to sign in anew, though a sign-in is in force.</param>
public sealed record SsoSignIn(
    string? ProfileName, string? ProfileLocation, Action<SsoDeviceCode>? Show, bool Force = false);
