using System.Security.Cryptography;
using System.Text;
using Amazon.Runtime.CredentialManagement;
using BedrockPS.Aws.Endpoints;
using BedrockPS.Aws.Profiles;

namespace BedrockPS.Aws.Sso;

/// <summary>What a profile says of IAM Identity Center.</summary>
/// <param name="Name">The profile.</param>
/// <param name="Session">The <c>sso_session</c>; null for a profile of the older form.</param>
/// <param name="StartUrl">The portal, as the file has it: the name of the cache depends on each character.</param>
/// <param name="Region">The region of the portal.</param>
/// <param name="Scopes">What the sign-in is to allow; none for a profile of the older form.</param>
internal sealed record SsoProfile(
    string Name, string? Session, string StartUrl, string Region, IReadOnlyList<string> Scopes)
{
    // The AWS CLI's own: without it the service gives no refresh token.
    private const string DefaultScope = "sso:account:access";

    /// <summary>How the services are reached that sign in and give keys.</summary>
    public required ProfileServices Services { get; init; }

    /// <summary>What the cache of the sign-in is named after.</summary>
    public string SessionName => Session ?? StartUrl;

    /// <summary>The file of the sign-in, at the place that counts at this moment.</summary>
    public string CacheFile => Path.Combine(ProfileFiles.Home, "sso", "cache", Hash(SessionName) + ".json");

    /// <summary>Whether a profile names a portal at all.</summary>
    public static bool IsIn(CredentialProfileOptions options) =>
        (options.SsoSession ?? options.SsoStartUrl) is not null;

    /// <exception cref="BedrockException"><c>InvalidCredentials</c>: something is missing or wrong.</exception>
    public static SsoProfile Read(CredentialProfile profile)
    {
        CredentialProfileOptions options = profile.Options;
        if (!IsIn(options))
        {
            throw SsoError.NotSso(profile.Name);
        }

        string? session = Text.OrNull(options.SsoSession);
        string startUrl = Need(options.SsoStartUrl, "sso_start_url", profile.Name, session);
        string region = Need(options.SsoRegion, "sso_region", profile.Name, session);
        return Uri.TryCreate(startUrl, UriKind.Absolute, out _)
            ? new SsoProfile(profile.Name, session, startUrl, region, session is null ? [] : ScopesOf(options))
            {
                Services = new ProfileServices(profile),
            }
            : throw SsoError.NoUrl(profile.Name, startUrl);
    }

    private static string Need(string? value, string setting, string profile, string? session) =>
        Text.OrNull(value) ?? throw SsoError.Incomplete(
            profile, session is null ? $"'{setting}'" : $"'{setting}' in a section [sso-session {session}]");

    private static string[] ScopesOf(CredentialProfileOptions options)
    {
        string scopes = Text.OrNull(options.SsoRegistrationScopes) ?? DefaultScope;
        return scopes.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
    }

    // The AWS CLI's choice of a name, not a protection of anything.
#pragma warning disable CA5350
    private static string Hash(string name) => Convert.ToHexString(SHA1.HashData(Encoding.UTF8.GetBytes(name)))
#pragma warning restore CA5350
        .ToLowerInvariant();
}
