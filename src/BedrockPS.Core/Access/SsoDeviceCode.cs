namespace BedrockPS.Access;

/// <summary>Where a person signs in, and the code to confirm there.</summary>
/// <param name="VerificationUrl">The page, without the code.</param>
/// <param name="CompleteUrl">The page with the code filled in.</param>
/// <param name="UserCode">The code that the page shows or asks for.</param>
/// <param name="Expires">Until when the code is good.</param>
public sealed record SsoDeviceCode(Uri VerificationUrl, Uri CompleteUrl, string UserCode, DateTimeOffset Expires);
