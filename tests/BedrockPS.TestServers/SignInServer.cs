using System.Text.Json.Nodes;

namespace BedrockPS.TestServers;

/// <summary>The service behind <c>aws login</c>, which knows the one refresh token that is good.</summary>
public sealed class SignInServer : IDisposable
{
    /// <summary>The path of the operation that issues tokens.</summary>
    public const string TokenPath = "/v1/token";

    private readonly LoopbackServer _server;

    /// <summary>Begins to serve.</summary>
    public SignInServer() => _server = new LoopbackServer(Answer);

    /// <summary>Where it listens.</summary>
    public Uri Uri => _server.Uri;

    /// <summary>What has been asked up to now.</summary>
    public IReadOnlyList<CaughtRequest> Requests => _server.Requests;

    /// <summary>Answers by path that come before the server's own.</summary>
    public ServiceScript Script { get; } = new();

    /// <summary>An answer as this service gives its errors.</summary>
    public static LoopbackReply Error(string error, string exception = "AccessDeniedException", int status = 400) =>
        new(new JsonObject { ["error"] = error, ["message"] = $"about {error}" }.ToJsonString(), status)
        {
            Headers = new Dictionary<string, string> { ["x-amzn-ErrorType"] = exception },
        };

    /// <inheritdoc/>
    public void Dispose() => _server.Dispose();

    private LoopbackReply Answer(CaughtRequest request) =>
        Script.Take(request.Path)
        ?? (request is { Method: "POST", Path: TokenPath } && IsGood(request)
            ? new LoopbackReply(
                """
                {"accessToken":{"accessKeyId":"ASIARENEWED","secretAccessKey":"secret-renewed",
                "sessionToken":"token-renewed"},"tokenType":"aws_sigv4","expiresIn":900,"refreshToken":"refresh-1"}
                """)
            : Error("TOKEN_EXPIRED"));

    private static bool IsGood(CaughtRequest request)
    {
        JsonNode body = JsonNode.Parse(request.Body)!;
        return (string?)body["grantType"] == "refresh_token"
            && (string?)body["refreshToken"] == "refresh-0"
            && DpopToken.Parse(request.Header("DPoP")).IsSigned;
    }
}
