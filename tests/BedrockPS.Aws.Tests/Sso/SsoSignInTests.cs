using System.Runtime.Versioning;
using System.Text.Json.Nodes;
using BedrockPS.Access;
using BedrockPS.Aws.Tests.Support;
using BedrockPS.Http;
using BedrockPS.TestServers;

namespace BedrockPS.Aws.Tests.Sso;

public sealed class SsoSignInTests : SsoTest
{
    private static readonly TimeSpan OneSecond = TimeSpan.FromSeconds(1);

    private readonly List<SsoDeviceCode> _shown = [];

    [Fact]
    public async Task A_confirmed_code_leaves_a_token_where_the_aws_cli_looks_for_it()
    {
        Server.Script.Enqueue(SsoServer.TokenPath, Pending);
        Server.Script.Enqueue(SsoServer.TokenPath, Pending);

        Task<SsoToken> signIn = SignInAsync("ops");
        Assert.Equal(OneSecond, Clock.PassNextWait());
        Assert.Equal(OneSecond, Clock.PassNextWait());
        Assert.Equal(OneSecond, Clock.PassNextWait());
        SsoToken token = await signIn;

        SsoDeviceCode code = Assert.Single(_shown);
        Assert.Equal(new Uri(Server.Uri, "device?user_code=ABCD-EFGH"), code.CompleteUrl);
        Assert.Equal("ABCD-EFGH", code.UserCode);
        Assert.Equal(("corp", "eu-central-1", SessionFile), (token.SessionName, token.Region, token.CacheFile));
        Assert.Equal(Clock.GetUtcNow().AddHours(1), token.Expires);

        JsonObject file = Read(SessionFile);
        JsonObject expected = SignedIn(60);
        expected.Remove("ofAnotherProgram");
        expected["registrationExpiresAt"] = "2030-07-30T12:00:00Z";
        Assert.True(JsonNode.DeepEquals(expected, file), file.ToJsonString());
        Assert.Equal("access-1", Server.AccessToken);
    }

    [Fact]
    public async Task The_service_is_asked_for_what_the_session_says()
    {
        Task<SsoToken> signIn = SignInAsync("ops");
        Clock.PassNextWait();
        await signIn;

        JsonObject register = Body(Assert.Single(Server.RequestsOf("/client/register")));
        JsonObject authorize = Body(Assert.Single(Server.RequestsOf("/device_authorization")));
        Assert.Equal("public", (string?)register["clientType"]);
        Assert.Equal("""["sso:account:access","other:scope"]""", register["scopes"]!.ToJsonString());
        Assert.Equal("https://corp.example/start#/", (string?)authorize["startUrl"]);
    }

    [Fact]
    public async Task A_profile_without_a_session_asks_for_no_scopes_and_names_its_file_after_the_start_url()
    {
        Task<SsoToken> signIn = SignInAsync("old");
        Clock.PassNextWait();
        SsoToken token = await signIn;

        Assert.Equal(("https://corp.example/start#/", OldFile), (token.SessionName, token.CacheFile));
        Assert.True(File.Exists(OldFile));
        Assert.Null(Body(Assert.Single(Server.RequestsOf("/client/register")))["scopes"]);
    }

    [UnixFact]
    [UnsupportedOSPlatform("windows")]
    public async Task Nobody_else_can_read_the_file_or_find_half_of_it()
    {
        Task<SsoToken> signIn = SignInAsync("ops");
        Clock.PassNextWait();
        await signIn;

        string folder = Path.GetDirectoryName(SessionFile)!;
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(SessionFile));
        Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(folder));
        Assert.Equal([SessionFile], Directory.GetFiles(folder));
    }

    [Fact]
    public async Task A_service_that_is_asked_too_often_or_is_away_for_a_moment_is_asked_less_often()
    {
        Server.Script.Enqueue(SsoServer.TokenPath, SsoServer.Error("slow_down", "SlowDownException"));
        Server.Script.Enqueue(SsoServer.TokenPath, LoopbackReply.HangUp);

        Task<SsoToken> signIn = SignInAsync("ops");

        Assert.Equal(OneSecond, Clock.PassNextWait());
        Assert.Equal(TimeSpan.FromSeconds(6), Clock.PassNextWait());
        Assert.Equal(TimeSpan.FromSeconds(11), Clock.PassNextWait());
        await signIn;
    }

    [Theory]
    [InlineData("access_denied", "AccessDeniedException", "declined in the browser")]
    [InlineData("expired_token", "ExpiredTokenException", "not confirmed in time")]
    [InlineData("invalid_client", "InvalidClientException", "sso_start_url 'https://corp.example/start#/'")]
    public async Task A_refusal_ends_the_sign_in_and_says_why(string error, string exception, string part)
    {
        Server.Script.Enqueue(SsoServer.TokenPath, SsoServer.Error(error, exception));

        Task<SsoToken> signIn = SignInAsync("ops");
        Clock.PassNextWait();

        BedrockException failure = await AssertFailsAsync(signIn, ClientErrorCode.InvalidCredentials, part);
        Assert.Equal((400, "request-1"), (failure.StatusCode, failure.RequestId));
        Assert.False(File.Exists(SessionFile));
    }

    [Fact]
    public async Task A_code_that_nobody_confirms_runs_out()
    {
        Server.Script.Enqueue("/device_authorization", Device(expiresIn: 2));
        Server.Script.Enqueue(SsoServer.TokenPath, Pending);
        Server.Script.Enqueue(SsoServer.TokenPath, Pending);

        Task<SsoToken> signIn = SignInAsync("ops");
        Clock.PassNextWait();
        Clock.PassNextWait();

        await AssertFailsAsync(signIn, ClientErrorCode.InvalidCredentials, "not confirmed in time");
    }

    [Theory]
    [InlineData("file:///etc/passwd", "ABCD-EFGH")]
    [InlineData("http://elsewhere.example/", "ABCD-EFGH")]
    [InlineData("https://corp.example/device", "AB\u001b[2J")]
    public async Task A_page_or_a_code_that_is_not_fit_to_be_shown_is_refused(string page, string code)
    {
        Server.Script.Enqueue("/device_authorization", Device(600, page, code));

        await AssertFailsAsync(SignInAsync("ops"), ClientErrorCode.InvalidCredentials, "no usable");
        Assert.Empty(_shown);
    }

    [Fact]
    public async Task A_sign_in_in_force_is_left_as_it_is_unless_it_is_forced()
    {
        Write(SessionFile, SignedIn(30));

        SsoToken token = await SignInAsync("ops");
        Assert.Equal(Clock.GetUtcNow().AddMinutes(30), token.Expires);
        Assert.Empty(Server.Requests);
        Assert.Empty(_shown);

        Task<SsoToken> forced = SignInAsync("ops", force: true);
        Clock.PassNextWait();
        Assert.Equal(Clock.GetUtcNow().AddHours(1), (await forced).Expires);
        Assert.Single(_shown);
    }

    [Fact]
    public async Task What_can_be_renewed_without_a_person_is()
    {
        Write(SessionFile, SignedIn(-30));

        SsoToken token = await Timed.SignInAsync(new SsoSignIn("ops", null, Show: null), CancellationToken.None);

        Assert.Equal(Clock.GetUtcNow().AddHours(1), token.Expires);
        Assert.Equal("access-1", (string?)Read(SessionFile)["accessToken"]);
    }

    [Fact]
    public async Task Where_nobody_is_there_it_fails_at_once()
    {
        Task<SsoToken> signIn = Timed.SignInAsync(new SsoSignIn("ops", null, Show: null), CancellationToken.None);

        await AssertFailsAsync(signIn, ClientErrorCode.SignInRequired, "not interactive");
        Assert.Empty(Server.Requests);
    }

    [Fact]
    public async Task Leaving_ends_the_wait_at_once()
    {
        using CancellationTokenSource leaving = new();
        Task<SsoToken> signIn = Timed.SignInAsync(
            new SsoSignIn("ops", null, _ => leaving.Cancel()), leaving.Token);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => signIn);
        Assert.False(File.Exists(SessionFile));
    }

    [Fact]
    public async Task A_file_that_cannot_be_written_is_told()
    {
        Folder.Write(".aws/sso", "a file where a folder should be");

        Task<SsoToken> signIn = SignInAsync("ops");
        Clock.PassNextWait();

        await AssertFailsAsync(signIn, ClientErrorCode.InvalidCredentials, SessionFile);
    }

    [Theory]
    [InlineData("aws_access_key_id = AKID\naws_secret_access_key = s", "aws configure sso --profile p")]
    [InlineData("sso_session = absent", "'sso_start_url' in a section [sso-session absent]")]
    [InlineData("sso_session = half", "'sso_region' in a section [sso-session half]")]
    [InlineData("sso_start_url = https://corp.example/start", "'sso_region' is missing")]
    [InlineData("sso_start_url = corp\nsso_region = eu-west-1", "not a URL")]
    public async Task A_profile_that_names_no_portal_says_what_is_missing(string lines, string part)
    {
        WriteConfig($"[profile p]\n{lines}\n[sso-session half]\nsso_start_url = https://corp.example/start\n");

        await AssertFailsAsync(SignInAsync("p"), ClientErrorCode.InvalidCredentials, part);
    }

    [Fact]
    public async Task The_profile_of_the_environment_is_signed_in_where_none_is_named()
    {
        Write(SessionFile, SignedIn(30));
        Set("AWS_PROFILE", "ops");

        Assert.Equal("corp", (await SignInAsync(null)).SessionName);
        Set("AWS_PROFILE", null);
        await AssertFailsAsync(SignInAsync(null), ClientErrorCode.ProfileNotFound, "'default'");
    }

    private static LoopbackReply Pending => SsoServer.Error("authorization_pending", "AuthorizationPendingException");

    private static LoopbackReply Device(
        int expiresIn, string page = "https://corp.example/device", string code = "ABCD-EFGH") =>
        new(new JsonObject
        {
            ["deviceCode"] = "device-code",
            ["userCode"] = code,
            ["verificationUri"] = page,
            ["expiresIn"] = expiresIn,
            ["interval"] = 1,
        }.ToJsonString());

    private static async Task<BedrockException> AssertFailsAsync(Task<SsoToken> signIn, string code, string part)
    {
        BedrockException failure = await Assert.ThrowsAsync<BedrockException>(() => signIn);
        Assert.Equal(code, failure.ErrorCode);
        Assert.Contains(part, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(ClientSecret, failure.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("device-code", failure.ToString(), StringComparison.Ordinal);
        return failure;
    }

    private Task<SsoToken> SignInAsync(string? profile, bool force = false) =>
        Timed.SignInAsync(new SsoSignIn(profile, null, _shown.Add, force), CancellationToken.None);
}
