using System.Text.Json.Nodes;
using Amazon.Runtime.CredentialManagement;
using BedrockPS.Access;
using BedrockPS.Aws.Profiles;
using BedrockPS.Aws.SignIn;
using BedrockPS.Http;

namespace BedrockPS.Aws.Sso;

/// <summary>Sees to it that a sign-in to IAM Identity Center is in force.</summary>
internal static class SsoSignInOperation
{
    public static async Task<SsoToken> RunAsync(SsoSignIn request, TimeProvider clock, CancellationToken token)
    {
        SsoProfile profile = SsoProfile.Read(Find(request));
        JsonObject? current = request.Force
            ? null
            : await FindCurrentAsync(new SsoSession(profile, clock), token).ConfigureAwait(false);
        JsonObject signedIn = current ?? await SignInAsync(profile, request, clock, token).ConfigureAwait(false);
        return new SsoToken(
            profile.SessionName,
            new Uri(profile.StartUrl),
            profile.Region,
            signedIn.Time("expiresAt")!.Value,
            profile.CacheFile);
    }

    private static CredentialProfile Find(SsoSignIn request)
    {
        ProfileSource source = new(request.ProfileLocation);
        return Text.OrNull(request.ProfileName) is { } name
            ? source.Get(name)
            : source.FindAmbient() ?? throw AwsError.ProfileNotFound(ProfileSource.DefaultName, source.Files);
    }

    private static async Task<JsonObject?> FindCurrentAsync(SsoSession session, CancellationToken token)
    {
        try
        {
            return await session.GetAsync(token).ConfigureAwait(false);
        }
        catch (BedrockException e) when (e.ErrorCode == ClientErrorCode.SignInRequired)
        {
            return null;
        }
    }

    private static async Task<JsonObject> SignInAsync(
        SsoProfile profile, SsoSignIn request, TimeProvider clock, CancellationToken token)
    {
        Action<SsoDeviceCode> show = request.Show ?? throw SsoError.NobodyToShow(profile);
        try
        {
            JsonObject signedIn = await new DeviceSignIn(profile, clock).RunAsync(show, token).ConfigureAwait(false);
            PrivateFile.Write(profile.CacheFile, signedIn);
            return signedIn;
        }
        catch (ServiceFailure failure)
        {
            throw SsoError.SignInFailed(profile, failure);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw SsoError.Unwritten(profile, e);
        }
    }
}
