using Amazon.Runtime.CredentialManagement;
using BedrockPS.Aws.Credentials;
using BedrockPS.Aws.Endpoints;

namespace BedrockPS.Aws.Login;

/// <summary>Keys of a session of <c>aws login</c>.</summary>
internal static class LoginCredentials
{
    /// <summary>Credentials of a profile with a <c>login_session</c>.</summary>
    public static FoundCredentials Create(CredentialProfile profile, CredentialContext context)
    {
        string? region = profile.Region?.SystemName ?? Text.OrNull(context.Settings.Region) ?? context.Region;
        LoginProfile login = new(profile.Name, profile.Options.LoginSession, region)
        {
            Services = new ProfileServices(profile),
        };
        LoginSession session = new(login, context.Clock);
        return new FoundCredentials(
            ProfileCredentials.OriginOf(profile), Digest.Of("login", login.CacheFile), session.GetKeysAsync)
        {
            Detail = $"session of {login.Session}",

            // The file has them: a login in another window counts with the next request.
            IsKept = false,
        };
    }
}
