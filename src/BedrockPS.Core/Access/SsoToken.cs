namespace BedrockPS.Access;

/// <summary>A sign-in to IAM Identity Center that is in force; the token itself stays in its file.</summary>
/// <param name="SessionName">The <c>sso_session</c>, or the start URL where the profile has none.</param>
/// <param name="StartUrl">The portal that was signed in to.</param>
/// <param name="Region">The region of the portal.</param>
/// <param name="Expires">When the access token ends; it is renewed as long as the session lasts.</param>
/// <param name="CacheFile">The file that holds the token, the one that the AWS CLI uses.</param>
public sealed record SsoToken(
    string SessionName, Uri StartUrl, string Region, DateTimeOffset Expires, string CacheFile);
