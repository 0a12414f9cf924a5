using BedrockPS.Access;
using BedrockPS.Catalog;
using BedrockPS.Credentials;

namespace BedrockPS.Session;

/// <summary>Tells one caller's lists from another's, without a key or an account in clear.</summary>
internal static class ScopeKey
{
    /// <summary>The key of who proves a call, and where it goes.</summary>
    /// <param name="choice">Who proves the call; null where nobody has to.</param>
    /// <param name="endpoint">The endpoint, where one was named.</param>
    public static string Of(CredentialChoice? choice, Uri? endpoint)
    {
        string? authority = endpoint?.GetLeftPart(UriPartial.Authority);
        if (choice is null)
        {
            return CatalogScope.Digest(authority);
        }

        AwsSettings settings = choice.Settings;
        bool isDefault = !settings.NamesCredentials && choice.ApiKey is null;
        return CatalogScope.Digest(
            authority,
            settings.ProfileName,
            settings.ProfileLocation,
            settings.AccessKey,
            settings.Credential?.Name,
            choice.ApiKey?.Source,
            isDefault ? SettingText.OfVariable("AWS_ACCESS_KEY_ID") : null,
            isDefault ? SettingText.OfVariable("AWS_PROFILE") : null);
    }
}
