using System.Text.Json.Nodes;
using BedrockPS.Aws.SignIn;

namespace BedrockPS.Aws.Sso;

/// <summary>The sign-in to IAM Identity Center that a profile uses.</summary>
internal sealed class SsoSession(SsoProfile profile, TimeProvider clock) : CachedSignIn(profile.Services, clock)
{
    public override string Path => profile.CacheFile;

    /// <summary>The content of a file for tokens that the service gave.</summary>
    /// <param name="before">The file that they renew, or the registration that they are for.</param>
    /// <param name="answer">The service's answer.</param>
    public JsonObject Renewed(JsonObject before, JsonObject answer)
    {
        // The members that other programs keep there stay.
        JsonObject renewed = before.DeepClone().AsObject();
        renewed["startUrl"] = profile.StartUrl;
        renewed["region"] = profile.Region;
        renewed["accessToken"] = answer.Need("accessToken");
        renewed["expiresAt"] = JsonMembers.ToText(answer.NeedTimeIn("expiresIn", Now));
        if (answer.Text("refreshToken") is { } refreshToken)
        {
            renewed["refreshToken"] = refreshToken;
        }

        return renewed;
    }

    protected override DateTimeOffset? ExpiresAt(JsonObject cached) =>
        cached.Text("accessToken") is null ? null : cached.Time("expiresAt");

    protected override bool CanRenew(JsonObject cached) =>
        cached.Text("refreshToken") is not null
        && cached.Text("clientId") is not null
        && cached.Text("clientSecret") is not null
        && cached.Time("registrationExpiresAt") > Now;

    protected override async Task<JsonObject> AskToRenewAsync(JsonObject cached, CancellationToken token)
    {
        OidcClient oidc = new(profile, Client);
        return Renewed(cached, await oidc.RefreshAsync(cached, token).ConfigureAwait(false));
    }

    protected override BedrockException SignInRequired(ServiceFailure? reason) =>
        SsoError.SignInRequired(profile, reason);

    protected override BedrockException Unrenewed(ServiceFailure reason) =>
        reason.IsRefusal ? SignInRequired(reason) : SsoError.Unrenewed(profile, reason);
}
