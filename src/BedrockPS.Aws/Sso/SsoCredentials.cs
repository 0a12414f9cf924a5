using System.Text.Json.Nodes;
using Amazon.Runtime.CredentialManagement;
using BedrockPS.Aws.Credentials;
using BedrockPS.Aws.SignIn;

namespace BedrockPS.Aws.Sso;

/// <summary>Keys of a role that IAM Identity Center has assigned.</summary>
internal sealed class SsoCredentials(SsoProfile profile, SsoRole role, TimeProvider clock)
{
    private const string AccessToken = "accessToken";

    /// <summary>Credentials of a profile with an <c>sso_session</c> or an <c>sso_start_url</c>.</summary>
    public static FoundCredentials Create(CredentialProfile profile, CredentialContext context)
    {
        SsoProfile sso = SsoProfile.Read(profile);
        SsoCredentials credentials = new(sso, SsoRole.Read(profile), context.Clock);
        return new FoundCredentials(
            ProfileCredentials.OriginOf(profile), credentials.Identity, credentials.GetKeysAsync)
        {
            Detail = credentials.Description,
        };
    }

    private string Description =>
        $"role '{role.Name}' in account {role.AccountId} through IAM Identity Center ('{profile.SessionName}')";

    // With the token in it: whoever signs in as another, or out, does not go on with the keys of before.
    private string Identity => Digest.Of(
        "sso",
        profile.CacheFile,
        profile.StartUrl,
        profile.Region,
        role.AccountId,
        role.Name,
        PrivateFile.Read(profile.CacheFile)?.Text(AccessToken));

    private async Task<TimedKeys> GetKeysAsync(CancellationToken token)
    {
        JsonObject signedIn = await new SsoSession(profile, clock).GetAsync(token).ConfigureAwait(false);
        PortalClient portal = new(profile, new ServiceClient(profile.Services, clock));
        try
        {
            return await portal.GetKeysAsync(role, signedIn.Need(AccessToken), token).ConfigureAwait(false);
        }
        catch (ServiceFailure failure) when (failure.StatusCode == 401)
        {
            throw SsoError.SignInRequired(profile, failure, isRevoked: true);
        }
        catch (ServiceFailure failure)
        {
            throw SsoError.NoKeys(profile, role, failure);
        }
    }
}
