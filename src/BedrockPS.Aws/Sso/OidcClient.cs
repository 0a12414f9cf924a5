using System.Text.Json.Nodes;
using BedrockPS.Aws.Endpoints;
using BedrockPS.Aws.SignIn;

namespace BedrockPS.Aws.Sso;

/// <summary>The calls of IAM Identity Center's OIDC service that a device sign-in and its renewal take.</summary>
internal sealed class OidcClient(SsoProfile profile, ServiceClient client)
{
    public const string AccessDenied = "access_denied";
    public const string ExpiredToken = "expired_token";
    public const string Pending = "authorization_pending";
    public const string SlowDown = "slow_down";

    private const string ClientName = "BedrockPS";
    private const string DeviceGrant = "urn:ietf:params:oauth:grant-type:device_code";
    private const string RefreshGrant = "refresh_token";

    public Task<JsonObject> RegisterAsync(CancellationToken token)
    {
        JsonObject request = new() { ["clientName"] = ClientName, ["clientType"] = "public" };
        if (profile.Scopes.Count > 0)
        {
            request["scopes"] = new JsonArray([.. profile.Scopes.Select(scope => JsonValue.Create(scope))]);
        }

        return PostAsync("client/register", request, token);
    }

    public Task<JsonObject> AuthorizeDeviceAsync(JsonObject registration, CancellationToken token) => PostAsync(
        "device_authorization",
        new JsonObject(Identify(registration)) { ["startUrl"] = profile.StartUrl },
        token);

    /// <summary>Asks once whether the person has confirmed.</summary>
    public Task<JsonObject> PollAsync(JsonObject registration, string deviceCode, CancellationToken token) => PostAsync(
        "token",
        new JsonObject(Identify(registration)) { ["grantType"] = DeviceGrant, ["deviceCode"] = deviceCode },
        token,
        maxAttempts: 1);

    public Task<JsonObject> RefreshAsync(JsonObject cached, CancellationToken token) => PostAsync(
        "token",
        new JsonObject(Identify(cached))
        {
            ["grantType"] = RefreshGrant,
            ["refreshToken"] = cached.Need("refreshToken"),
        },
        token);

    private static IEnumerable<KeyValuePair<string, JsonNode?>> Identify(JsonObject registration) =>
    [
        new("clientId", registration.Need("clientId")),
        new("clientSecret", registration.Need("clientSecret")),
    ];

    private Task<JsonObject> PostAsync(
        string path, JsonObject body, CancellationToken token, int maxAttempts = ServiceClient.MaxAttempts)
    {
        Uri root = ServiceAddress.Find(
            profile.Services,
            "sso-oidc",
            () => PublicEndpoint.Resolve("oidc", profile.Region, useFips: false, useDualStack: false));
        Uri url = ServiceAddress.Operation(root, path);
        return client.SendAsync(
            () => new HttpRequestMessage(HttpMethod.Post, url) { Content = ServiceClient.Body(body) },
            token,
            maxAttempts);
    }
}
