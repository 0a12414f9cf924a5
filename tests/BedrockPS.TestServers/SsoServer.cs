using System.Globalization;
using System.Text.Json.Nodes;

namespace BedrockPS.TestServers;

/// <summary>IAM Identity Center: its OIDC service and its portal, which know what they gave out.</summary>
public sealed class SsoServer : IDisposable
{
    /// <summary>The path of the operation that issues tokens.</summary>
    public const string TokenPath = "/token";

    /// <summary>The path of the operation that gives keys.</summary>
    public const string KeysPath = "/federation/credentials";

    private readonly LoopbackServer _server;
    private readonly TimeProvider _clock;
    private int _issued;

    /// <summary>Begins to serve.</summary>
    public SsoServer()
        : this(TimeProvider.System)
    {
    }

    /// <summary>Begins to serve, with keys that end an hour after what the clock shows.</summary>
    public SsoServer(TimeProvider clock)
    {
        _clock = clock;
        _server = new LoopbackServer(Answer);
    }

    /// <summary>Where it listens.</summary>
    public Uri Uri => _server.Uri;

    /// <summary>What has been asked up to now.</summary>
    public IReadOnlyList<CaughtRequest> Requests => _server.Requests;

    /// <summary>Answers by path that come before the server's own.</summary>
    public ServiceScript Script { get; } = new();

    /// <summary>The access key id of the role's keys.</summary>
    public string AccessKey { get; set; } = "ASIASSOROLE";

    /// <summary>The secret of the role's keys.</summary>
    public string SecretKey { get; set; } = "secret-of-the-role";

    /// <summary>The access token that the portal takes; the next ones follow from it.</summary>
    public string AccessToken { get; set; } = "access-0";

    /// <summary>The refresh token that is good for one use; the next ones follow from it.</summary>
    public string RefreshToken { get; set; } = "refresh-0";

    /// <summary>An answer as OAuth gives its errors.</summary>
    public static LoopbackReply Error(string error, string exception, int status = 400) =>
        new(new JsonObject { ["error"] = error, ["error_description"] = $"about {error}" }.ToJsonString(), status)
        {
            Headers = new Dictionary<string, string>
            {
                ["x-amzn-ErrorType"] = exception,
                ["x-amzn-RequestId"] = "request-1",
            },
        };

    /// <summary>The requests of one path.</summary>
    public IReadOnlyList<CaughtRequest> RequestsOf(string path) =>
        [.. Requests.Where(request => request.Path == path)];

    /// <inheritdoc/>
    public void Dispose() => _server.Dispose();

    private LoopbackReply Answer(CaughtRequest request) => Script.Take(request.Path) ?? request.Path switch
    {
        "/client/register" => Register(),
        "/device_authorization" => Authorize(Body(request)),
        TokenPath => Issue(Body(request)),
        KeysPath => GiveKeys(request),
        _ => Error("invalid_request", "UnknownOperationException", 404),
    };

    private static JsonObject Body(CaughtRequest request) => JsonNode.Parse(request.Body)!.AsObject();

    private LoopbackReply Register() => Json(new JsonObject
    {
        ["clientId"] = "client",
        ["clientSecret"] = "secret-of-the-client",
        ["clientSecretExpiresAt"] = _clock.GetUtcNow().AddDays(90).ToUnixTimeSeconds(),
    });

    private LoopbackReply Authorize(JsonObject body) => IsRegistered(body)
        ? Json(new JsonObject
        {
            ["deviceCode"] = "device-code",
            ["userCode"] = "ABCD-EFGH",
            ["verificationUri"] = $"{Uri}device",
            ["verificationUriComplete"] = $"{Uri}device?user_code=ABCD-EFGH",
            ["expiresIn"] = 600,
            ["interval"] = 1,
        })
        : Error("invalid_client", "InvalidClientException", 401);

    private LoopbackReply Issue(JsonObject body)
    {
        bool isGood = (string?)body["grantType"] switch
        {
            "refresh_token" => (string?)body["refreshToken"] == RefreshToken,
            "urn:ietf:params:oauth:grant-type:device_code" => (string?)body["deviceCode"] == "device-code",
            _ => false,
        };
        if (!IsRegistered(body) || !isGood)
        {
            return Error("invalid_grant", "InvalidGrantException");
        }

        string number = Interlocked.Increment(ref _issued).ToString(CultureInfo.InvariantCulture);
        AccessToken = $"access-{number}";
        RefreshToken = $"refresh-{number}";
        return Json(new JsonObject
        {
            ["accessToken"] = AccessToken,
            ["refreshToken"] = RefreshToken,
            ["tokenType"] = "Bearer",
            ["expiresIn"] = 3600,
        });
    }

    private LoopbackReply GiveKeys(CaughtRequest request) =>
        request.FindHeader("x-amz-sso_bearer_token") != AccessToken
            ? Error("invalid_token", "UnauthorizedException", 401)
            : Json(new JsonObject
            {
                ["roleCredentials"] = new JsonObject
                {
                    ["accessKeyId"] = AccessKey,
                    ["secretAccessKey"] = SecretKey,
                    ["sessionToken"] = $"token-of-{request.Query["account_id"]}-{request.Query["role_name"]}",
                    ["expiration"] = _clock.GetUtcNow().AddHours(1).ToUnixTimeMilliseconds(),
                },
            });

    private static bool IsRegistered(JsonObject body) =>
        (string?)body["clientId"] == "client" && (string?)body["clientSecret"] == "secret-of-the-client";

    private static LoopbackReply Json(JsonObject body) => new(body.ToJsonString());
}
