using System.Security.Cryptography;
using System.Text.Json.Nodes;
using BedrockPS.Access;
using BedrockPS.Aws.Credentials;
using BedrockPS.Aws.SignIn;

namespace BedrockPS.Aws.Login;

/// <summary>The session that <c>aws login</c> left in a file: keys, and what renews them.</summary>
internal sealed class LoginSession(LoginProfile profile, TimeProvider clock) : CachedSignIn(profile.Services, clock)
{
    public const string InsufficientPermissions = "INSUFFICIENT_PERMISSIONS";

    public override string Path => profile.CacheFile;

    /// <summary>The keys, renewed if they are about to end.</summary>
    public async Task<TimedKeys> GetKeysAsync(CancellationToken token)
    {
        JsonObject cached = await GetAsync(token).ConfigureAwait(false);
        JsonObject keys = KeysIn(cached)!;
        return new TimedKeys(
            new AwsKeys(keys.Need("accessKeyId"), keys.Need("secretAccessKey"), keys.Need("sessionToken")),
            keys.Time("expiresAt"));
    }

    protected override DateTimeOffset? ExpiresAt(JsonObject cached) =>
        KeysIn(cached) is { } keys
        && keys.Text("accessKeyId") is not null
        && keys.Text("secretAccessKey") is not null
        && keys.Text("sessionToken") is not null
            ? keys.Time("expiresAt")
            : null;

    protected override bool CanRenew(JsonObject cached) =>
        KeysIn(cached) is not null
        && cached.Text("refreshToken") is not null
        && cached.Text("clientId") is not null
        && cached.Text("dpopKey") is not null;

    protected override async Task<JsonObject> AskToRenewAsync(JsonObject cached, CancellationToken token)
    {
        using ECDsa key = ReadKey(cached.Need("dpopKey"));
        Uri url = SignInEndpoint.Token(
            profile.Services, profile.Region ?? throw LoginError.NoRegion(profile));
        JsonObject body = new()
        {
            ["clientId"] = cached.Need("clientId"),
            ["grantType"] = "refresh_token",
            ["refreshToken"] = cached.Need("refreshToken"),
        };
        return Renewed(cached, await Client.SendAsync(Request, token).ConfigureAwait(false));

        // A proof is good for one request.
        HttpRequestMessage Request() => new(HttpMethod.Post, url)
        {
            Content = ServiceClient.Body(body),
            Headers = { { DpopProof.Header, DpopProof.Create(key, url, Now) } },
        };
    }

    protected override BedrockException SignInRequired(ServiceFailure? reason) =>
        LoginError.SignInRequired(profile, reason);

    protected override BedrockException Unrenewed(ServiceFailure reason) =>
        reason.IsRefusal && !reason.Is(InsufficientPermissions)
            ? SignInRequired(reason)
            : LoginError.Unrenewed(profile, reason);

    private static JsonObject? KeysIn(JsonObject cached) => cached["accessToken"] as JsonObject;

    private JsonObject Renewed(JsonObject before, JsonObject answer)
    {
        JsonObject given = KeysIn(answer) ?? throw ServiceFailure.Lacking("accessToken");

        // The members that belong to whoever logged in, such as the account, stay.
        JsonObject renewed = before.DeepClone().AsObject();
        JsonObject keys = KeysIn(renewed)!;
        foreach (string name in (string[])["accessKeyId", "secretAccessKey", "sessionToken"])
        {
            keys[name] = given.Need(name);
        }

        keys["expiresAt"] = JsonMembers.ToText(answer.NeedTimeIn("expiresIn", Now));
        renewed["refreshToken"] = answer.Need("refreshToken");
        return renewed;
    }

    private static ECDsa ReadKey(string pem)
    {
        ECDsa key = ECDsa.Create();
        try
        {
            key.ImportFromPem(pem);
            return key;
        }
        catch (Exception e) when (e is ArgumentException or CryptographicException)
        {
            key.Dispose();
            throw new ServiceFailure("the dpopKey in its file cannot be read") { IsRefusal = true };
        }
    }
}
