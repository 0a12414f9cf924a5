using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using BedrockPS.Access;
using BedrockPS.Aws.Tests.Support;
using BedrockPS.Http;
using BedrockPS.TestServers;

namespace BedrockPS.Aws.Tests.Login;

public sealed class LoginTests : EnvironmentTest
{
    private const string Session = "arn:aws:iam::111122223333:user/ops";

    // printf %s "$Session" | sha256sum
    private const string FileName = "9a81860ff734c84a11caeeaaae0fb67edfb1d624e2892b4870d6f03bc880591e.json";

    private static readonly AwsSettings Ops = new() { ProfileName = "ops" };

    private readonly ManualClock _clock = new();
    private readonly SignInServer _server = new();
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly IAwsGateway _gateway;

    public LoginTests()
    {
        _gateway = Staged.Open(_clock);
        Set("HOME", Folder.Path);
        Set("AWS_ENDPOINT_URL_SIGNIN", _server.Uri.ToString());
        WriteConfig($"[profile ops]\nregion = eu-central-1\nlogin_session = {Session}\n");
    }

    private string CacheFile => Path.Combine(Folder.Path, ".aws", "login", "cache", FileName);

    public override void Dispose()
    {
        _server.Dispose();
        _key.Dispose();
        base.Dispose();
    }

    [Fact]
    public async Task A_session_in_force_signs_without_a_call()
    {
        Write(Cached(minutes: 10));

        CaughtRequest signed = await _gateway.SignAsync(Ops);

        Assert.Equal(("ASIACACHED", "token-cached"), (signed.AccessKey, signed.Header("x-amz-security-token")));
        SignatureV4.AssertValid(signed, "secret-cached");
        Assert.Empty(_server.Requests);
    }

    [Fact]
    public async Task A_login_in_another_window_counts_with_the_next_request()
    {
        CatchingHandler end = new();
        using HttpMessageInvoker signer = new(_gateway.CreateSigner(Ops, Sending.Region, end));
        JsonObject cached = Cached(minutes: 10);
        foreach (string accessKey in (string[])["ASIAONE", "ASIATWO"])
        {
            cached["accessToken"]!["accessKeyId"] = accessKey;
            Write(cached);
            using HttpRequestMessage request = Sending.Post("/model/m/converse");
            using HttpResponseMessage response = await signer.SendAsync(request, CancellationToken.None);
        }

        Assert.Equal(["ASIAONE", "ASIATWO"], end.Requests.Select(request => request.AccessKey));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_session_that_is_over_is_renewed_with_a_proof_of_its_key(bool isSec1)
    {
        JsonObject expected = Cached(minutes: -1);
        expected["dpopKey"] = isSec1 ? _key.ExportECPrivateKeyPem() : _key.ExportPkcs8PrivateKeyPem();
        Write(expected);

        CaughtRequest signed = await _gateway.SignAsync(Ops);

        Assert.Equal("ASIARENEWED", signed.AccessKey);
        AssertProof(Assert.Single(_server.Requests));
        expected["accessToken"] = new JsonObject
        {
            ["accessKeyId"] = "ASIARENEWED",
            ["secretAccessKey"] = "secret-renewed",
            ["sessionToken"] = "token-renewed",
            ["accountId"] = "111122223333",
            ["expiresAt"] = Time(minutes: 15),
        };
        expected["refreshToken"] = "refresh-1";
        Assert.True(JsonNode.DeepEquals(expected, Read()), Read().ToJsonString());
    }

    [Fact]
    public async Task Each_attempt_has_a_proof_of_its_own()
    {
        Write(Cached(minutes: -1));
        LoopbackReply failure = SignInServer.Error("server_error", "InternalServerException", 500);
        _server.Script.Enqueue(SignInServer.TokenPath, failure);

        Task<CaughtRequest> signing = _gateway.SignAsync(Ops);
        _clock.PassNextWait();
        await signing;

        IEnumerable<string> ids = _server.Requests.Select(request => (string)Proof(request).Claims["jti"]!);
        Assert.Equal(2, ids.Distinct().Count());
    }

    [Fact]
    public async Task Many_at_once_renew_once()
    {
        Write(Cached(minutes: -1));

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _gateway.SignAsync(Ops)));

        Assert.Single(_server.Requests);
    }

    [Theory]
    [InlineData("accessToken")]
    [InlineData("refreshToken")]
    [InlineData("clientId")]
    [InlineData("dpopKey")]
    [InlineData("all")]
    public async Task A_session_that_cannot_be_renewed_asks_for_a_login(string missing)
    {
        JsonObject cached = Cached(minutes: -1);
        cached.Remove(missing);
        if (missing != "all")
        {
            Write(cached);
        }

        await AssertFailsAsync(ClientErrorCode.SignInRequired, "'aws login --profile ops'");
        Assert.Empty(_server.Requests);
    }

    [Fact]
    public async Task A_key_that_cannot_be_read_asks_for_a_login()
    {
        JsonObject cached = Cached(minutes: -1);
        cached["dpopKey"] = "-----BEGIN EC PRIVATE KEY-----\nAAAA\n-----END EC PRIVATE KEY-----\n";
        Write(cached);

        await AssertFailsAsync(ClientErrorCode.SignInRequired, "dpopKey");
    }

    [Theory]
    [InlineData("TOKEN_EXPIRED", ClientErrorCode.SignInRequired, "'aws login --profile ops'")]
    [InlineData("USER_CREDENTIALS_CHANGED", ClientErrorCode.SignInRequired, "about USER_CREDENTIALS_CHANGED")]
    [InlineData("INSUFFICIENT_PERMISSIONS", ClientErrorCode.InvalidCredentials, "signin:CreateOAuth2Token")]
    public async Task A_refusal_says_what_to_do(string error, string code, string part)
    {
        Write(Cached(minutes: -1));
        _server.Script.Enqueue(SignInServer.TokenPath, SignInServer.Error(error));

        await AssertFailsAsync(code, part);
    }

    [Fact]
    public async Task A_service_that_is_away_does_not_matter_before_the_keys_are_over()
    {
        Write(Cached(minutes: 2));
        for (int i = 0; i < 3; i++)
        {
            _server.Script.Enqueue(SignInServer.TokenPath, LoopbackReply.HangUp);
        }

        Task<CaughtRequest> signing = _gateway.SignAsync(Ops);
        _clock.PassNextWait();
        _clock.PassNextWait();

        Assert.Equal("ASIACACHED", (await signing).AccessKey);
    }

    [Fact]
    public async Task The_folder_of_the_environment_is_taken()
    {
        Write(Cached(minutes: 10));
        string elsewhere = Path.Combine(Folder.Path, "elsewhere");
        Set("AWS_LOGIN_CACHE_DIRECTORY", elsewhere);
        await AssertFailsAsync(ClientErrorCode.SignInRequired, "ops");

        Directory.Move(Path.GetDirectoryName(CacheFile)!, elsewhere);

        Assert.Equal("ASIACACHED", (await _gateway.SignAsync(Ops)).AccessKey);
    }

    // Nothing else tells where a call would go without making it.
    [Theory]
    [InlineData("eu-central-1", "https://eu-central-1.signin.aws.amazon.com/v1/token")]
    [InlineData("cn-north-1", "https://cn-north-1.signin.amazonaws.cn/v1/token")]
    [InlineData("us-gov-west-1", "https://us-gov-west-1.signin.amazonaws-us-gov.com/v1/token")]
    [InlineData("eusc-de-east-1", "https://eusc-de-east-1.signin.amazonaws-eusc.eu/v1/token")]
    public void The_public_address_is_that_of_the_console(string region, string address)
    {
        Set("AWS_ENDPOINT_URL_SIGNIN", null);
        Type endpoint = _gateway.GetType().Assembly.GetType("BedrockPS.Aws.Login.SignInEndpoint", throwOnError: true)!;
        MethodInfo token = endpoint.GetMethod("Token", BindingFlags.Static | BindingFlags.Public)!;
        object services = Activator.CreateInstance(token.GetParameters()[0].ParameterType, [null])!;

        Assert.Equal(new Uri(address), token.Invoke(null, [services, region]));
    }

    private static DpopToken Proof(CaughtRequest request) => DpopToken.Parse(request.Header("DPoP"));

    private void AssertProof(CaughtRequest request)
    {
        DpopToken proof = Proof(request);
        ECPoint point = _key.ExportParameters(includePrivateParameters: false).Q;
        Assert.True(proof.IsSigned);
        Assert.Equal((Base64Url(point.X!), Base64Url(point.Y!)), proof.Key);
        Assert.Equal(("dpop+jwt", "ES256"), ((string?)proof.Header["typ"], (string?)proof.Header["alg"]));
        Assert.Equal(("EC", "P-256"), ((string?)proof.Header["jwk"]!["kty"], (string?)proof.Header["jwk"]!["crv"]));
        Assert.Null(proof.Header["jwk"]!["d"]);
        Assert.Equal("POST", (string?)proof.Claims["htm"]);
        Assert.Equal(new Uri(_server.Uri, "v1/token").ToString(), (string?)proof.Claims["htu"]);
        Assert.Equal(_clock.GetUtcNow().ToUnixTimeSeconds(), (long)proof.Claims["iat"]!);

        JsonObject body = JsonNode.Parse(request.Body)!.AsObject();
        Assert.Equal("arn:aws:signin:::devtools/same-device", (string?)body["clientId"]);
        Assert.Equal(("refresh_token", "refresh-0"), ((string?)body["grantType"], (string?)body["refreshToken"]));
    }

    private static string Base64Url(byte[] bytes) =>
        Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    private async Task AssertFailsAsync(string code, string part)
    {
        BedrockException failure = await _gateway.FailAsync(Ops);
        Assert.Equal(code, failure.ErrorCode);
        Assert.Contains(part, failure.Message, StringComparison.Ordinal);
        Assert.Contains("'ops'", failure.Message, StringComparison.Ordinal);
        foreach (string secret in (string[])["secret-cached", "token-cached", "refresh-0", "PRIVATE KEY"])
        {
            Assert.DoesNotContain(secret, failure.ToString(), StringComparison.Ordinal);
        }
    }

    private JsonObject Cached(double minutes) => new()
    {
        ["accessToken"] = new JsonObject
        {
            ["accessKeyId"] = "ASIACACHED",
            ["secretAccessKey"] = "secret-cached",
            ["sessionToken"] = "token-cached",
            ["accountId"] = "111122223333",
            ["expiresAt"] = Time(minutes),
        },
        ["tokenType"] = "urn:aws:params:oauth:token-type:access_token_sigv4",
        ["clientId"] = "arn:aws:signin:::devtools/same-device",
        ["refreshToken"] = "refresh-0",
        ["idToken"] = "id-token",
        ["dpopKey"] = _key.ExportECPrivateKeyPem(),
    };

    private string Time(double minutes) => _clock.GetUtcNow().AddMinutes(minutes)
        .ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private void Write(JsonObject json) =>
        Folder.Write(Path.GetRelativePath(Folder.Path, CacheFile), json.ToJsonString());

    private JsonObject Read() => JsonNode.Parse(File.ReadAllText(CacheFile))!.AsObject();
}
