using System.Text.Json.Nodes;
using BedrockPS.Access;
using BedrockPS.Aws.Tests.Support;
using BedrockPS.Http;
using BedrockPS.TestServers;

namespace BedrockPS.Aws.Tests.Sso;

public sealed class SsoCredentialsTests : SsoTest
{
    private static readonly AwsSettings Ops = new() { ProfileName = "ops" };

    [Theory]
    [InlineData("ops", "111122223333", "Reader", "token-of-111122223333-Reader")]
    [InlineData("old", "444455556666", "Old Role", "token-of-444455556666-Old Role")]
    public async Task A_profile_of_either_form_signs_with_the_keys_of_its_role(
        string profile, string account, string role, string sessionToken)
    {
        Write(profile == "ops" ? SessionFile : OldFile, SignedIn(30));

        CaughtRequest signed = await Timed.SignAsync(new AwsSettings { ProfileName = profile });

        CaughtRequest asked = Assert.Single(Server.Requests);
        Assert.Equal((account, role), (asked.Query["account_id"], asked.Query["role_name"]));
        Assert.Equal("access-0", asked.Header("x-amz-sso_bearer_token"));
        Assert.Null(asked.FindHeader("Authorization"));
        Assert.Equal((Server.AccessKey, sessionToken), (signed.AccessKey, signed.Header("x-amz-security-token")));
        SignatureV4.AssertValid(signed, Server.SecretKey);
    }

    [Fact]
    public async Task A_token_that_is_over_is_renewed_first_and_its_file_keeps_what_others_put_there()
    {
        JsonObject before = SignedIn(-1);
        Write(SessionFile, before);

        CaughtRequest signed = await Timed.SignAsync(Ops);

        Assert.Equal(Server.AccessKey, signed.AccessKey);
        JsonObject sent = Body(Assert.Single(Server.RequestsOf(SsoServer.TokenPath)));
        Assert.Equal(("refresh_token", "refresh-0"), ((string?)sent["grantType"], (string?)sent["refreshToken"]));
        before["accessToken"] = "access-1";
        before["refreshToken"] = "refresh-1";
        before["expiresAt"] = Time(60);
        Assert.True(JsonNode.DeepEquals(before, Read(SessionFile)), Read(SessionFile).ToJsonString());
    }

    [Fact]
    public async Task Many_at_once_ask_once()
    {
        Write(SessionFile, SignedIn(-1));

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Timed.SignAsync(Ops)));

        Assert.Single(Server.RequestsOf(SsoServer.TokenPath));
        Assert.Single(Server.RequestsOf(SsoServer.KeysPath));
    }

    [Fact]
    public async Task The_keys_are_kept_for_the_session_until_somebody_signs_in_anew_or_out()
    {
        Write(SessionFile, SignedIn(30));
        await Timed.SignAsync(Ops);
        await Timed.SignAsync(Ops);
        Assert.Single(Server.Requests);

        Server.AccessToken = "access-of-another";
        Write(SessionFile, SignedIn(30));
        await Timed.SignAsync(Ops);
        Assert.Equal(2, Server.Requests.Count);

        File.Delete(SessionFile);
        Assert.Equal(ClientErrorCode.SignInRequired, (await Timed.FailAsync(Ops)).ErrorCode);
    }

    [Theory]
    [InlineData("none")]
    [InlineData("not json")]
    [InlineData("twice")]
    [InlineData("no token")]
    [InlineData("no refresh token")]
    [InlineData("old registration")]
    public async Task A_sign_in_that_only_a_person_can_renew_says_so_at_once(string state)
    {
        JsonObject file = SignedIn(-1);
        string text = state switch
        {
            "not json" => "{\"accessToken\": \"access-0\",",
            "twice" => "{\"accessToken\":\"access-0\",\"accessToken\":\"x\",\"expiresAt\":\"2999-01-01T00:00:00Z\"}",
            "no token" => "{\"expiresAt\":\"2999-01-01T00:00:00Z\"}",
            "no refresh token" => Without(file, "refreshToken"),
            _ => With(file, "registrationExpiresAt", Time(-1)),
        };
        if (state != "none")
        {
            Folder.Write(Path.GetRelativePath(Folder.Path, SessionFile), text);
        }

        BedrockException failure = await FailAsync(ClientErrorCode.SignInRequired);

        Assert.Contains("'aws sso login --profile ops'", failure.Message, StringComparison.Ordinal);
        Assert.Contains("'Connect-BRSso -ProfileName ops'", failure.Message, StringComparison.Ordinal);
        Assert.Empty(Server.Requests);
    }

    [Fact]
    public async Task A_renewal_that_is_refused_asks_for_a_person()
    {
        Write(SessionFile, SignedIn(-1));
        Server.Script.Enqueue(SsoServer.TokenPath, SsoServer.Error("invalid_grant", "InvalidGrantException"));

        BedrockException failure = await FailAsync(ClientErrorCode.SignInRequired);

        Assert.Contains("InvalidGrantException: about invalid_grant", failure.Message, StringComparison.Ordinal);
        Assert.Equal("access-0", (string?)Read(SessionFile)["accessToken"]);
    }

    [Fact]
    public async Task A_renewal_that_another_program_has_made_meanwhile_is_taken()
    {
        Write(SessionFile, SignedIn(-1));
        using LoopbackServer oidc = new(_ =>
        {
            Write(SessionFile, SignedIn(60));
            return SsoServer.Error("invalid_grant", "InvalidGrantException");
        });
        Set("AWS_ENDPOINT_URL_SSO_OIDC", oidc.Uri.ToString());

        Assert.Equal(Server.AccessKey, (await Timed.SignAsync(Ops)).AccessKey);
    }

    [Theory]
    [InlineData(2, null)]
    [InlineData(-1, ClientErrorCode.InvalidCredentials)]
    public async Task A_service_that_is_away_matters_only_when_the_token_is_over(double minutes, string? code)
    {
        Write(SessionFile, SignedIn(minutes));
        for (int i = 0; i < 3; i++)
        {
            Server.Script.Enqueue(SsoServer.TokenPath, new LoopbackReply("<html>", 503, "text/html"));
        }

        Task<CaughtRequest> signing = Timed.SignAsync(Ops);
        Clock.PassNextWait();
        Clock.PassNextWait();

        if (code is null)
        {
            Assert.Equal(Server.AccessKey, (await signing).AccessKey);
        }
        else
        {
            BedrockException failure = await Assert.ThrowsAsync<BedrockException>(() => signing);
            Assert.Equal((code, 503), (failure.ErrorCode, failure.StatusCode));
            Assert.Contains("sso_region 'eu-central-1'", failure.Message, StringComparison.Ordinal);
        }

        Assert.Equal(3, Server.RequestsOf(SsoServer.TokenPath).Count);
    }

    [Fact]
    public async Task A_renewal_that_cannot_be_written_is_good_for_this_session()
    {
        Write(SessionFile, SignedIn(-1));
        using LoopbackServer oidc = new(_ =>
        {
            File.Delete(SessionFile);
            Directory.CreateDirectory(SessionFile);
            return new LoopbackReply("""{"accessToken":"access-0","expiresIn":3600}""");
        });
        Set("AWS_ENDPOINT_URL_SSO_OIDC", oidc.Uri.ToString());

        Assert.Equal(Server.AccessKey, (await Timed.SignAsync(Ops)).AccessKey);
        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(SessionFile)!));
    }

    [Theory]
    [InlineData(401, "UnauthorizedException", ClientErrorCode.SignInRequired, "-ProfileName ops -Force'")]
    [InlineData(403, "ForbiddenException", ClientErrorCode.InvalidCredentials, "permission set is assigned")]
    [InlineData(404, "ResourceNotFoundException", ClientErrorCode.InvalidCredentials, "permission set is assigned")]
    [InlineData(400, "InvalidRequestException", ClientErrorCode.InvalidCredentials, "sso_region 'eu-central-1'")]
    public async Task A_role_that_is_refused_says_which_and_what_to_do(
        int status, string exception, string code, string part)
    {
        Write(SessionFile, SignedIn(30));
        Server.Script.Enqueue(SsoServer.KeysPath, SsoServer.Error("about", exception, status));

        BedrockException failure = await FailAsync(code);

        Assert.Contains("'ops'", failure.Message, StringComparison.Ordinal);
        Assert.Contains(exception, failure.Message, StringComparison.Ordinal);
        Assert.Contains(part, failure.Message, StringComparison.Ordinal);
        Assert.Equal((status, "request-1"), (failure.StatusCode, failure.RequestId));
        if (status != 401)
        {
            Assert.Contains("role 'Reader' in account '111122223333'", failure.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_portal_that_throttles_is_asked_again_a_few_times()
    {
        Write(SessionFile, SignedIn(30));
        Server.Script.Enqueue(SsoServer.KeysPath, SsoServer.Error("slow", "TooManyRequestsException", 429));
        Server.Script.Enqueue(SsoServer.KeysPath, LoopbackReply.HangUp);

        Task<CaughtRequest> signing = Timed.SignAsync(Ops);
        Clock.PassNextWait();
        Clock.PassNextWait();

        Assert.Equal(Server.AccessKey, (await signing).AccessKey);
        Assert.Equal(3, Server.Requests.Count);
    }

    [Fact]
    public async Task A_portal_that_never_answers_is_given_up()
    {
        Write(SessionFile, SignedIn(30));
        using SilentServer silent = new();
        Set("AWS_ENDPOINT_URL_SSO", silent.Uri.ToString());

        Task<CaughtRequest> signing = Timed.SignAsync(Ops);
        await silent.Reached;
        Assert.Equal(TimeSpan.FromSeconds(30), Clock.PassTimeLimit());

        BedrockException failure = await Assert.ThrowsAsync<BedrockException>(() => signing);
        Assert.Equal(ClientErrorCode.InvalidCredentials, failure.ErrorCode);
        Assert.Contains("no answer in 30 s", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Times_as_the_aws_cli_once_wrote_them_are_understood()
    {
        JsonObject file = SignedIn(30);
        file["expiresAt"] = Time(30).Replace("Z", "UTC", StringComparison.Ordinal);
        Write(SessionFile, file);

        Assert.Equal(Server.AccessKey, (await Timed.SignAsync(Ops)).AccessKey);
    }

    [Fact]
    public async Task Tokens_never_go_over_a_network_in_clear_text()
    {
        Write(SessionFile, SignedIn(30));
        Set("AWS_ENDPOINT_URL_SSO", "http://portal.example/");

        BedrockException failure = await FailAsync(ClientErrorCode.InvalidRequest);

        Assert.Contains("http://portal.example", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sso_account_id")]
    [InlineData("sso_role_name")]
    public async Task A_profile_without_a_role_says_what_is_missing(string setting)
    {
        string config = await File.ReadAllTextAsync(Path.Combine(Folder.Path, "config"));
        WriteConfig(config.Replace(setting, "other", StringComparison.Ordinal));

        BedrockException failure = await FailAsync(ClientErrorCode.InvalidCredentials);

        Assert.Contains($"'{setting}' is missing", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_would_sign_is_known_without_a_call()
    {
        CredentialOrigin origin = Timed.FindCredentials(Ops)!;

        Assert.Equal(
            "profile 'ops' (-ProfileName): role 'Reader' in account 111122223333 through IAM Identity Center ('corp')",
            origin.Source);
        Assert.Empty(Server.Requests);
    }

    private static string Without(JsonObject json, string name)
    {
        json.Remove(name);
        return json.ToJsonString();
    }

    private static string With(JsonObject json, string name, string value)
    {
        json[name] = value;
        return json.ToJsonString();
    }

    private async Task<BedrockException> FailAsync(string code)
    {
        BedrockException failure = await Timed.FailAsync(Ops);
        Assert.Equal(code, failure.ErrorCode);
        foreach (string secret in (string[])[ClientSecret, "access-0", "refresh-0", Server.SecretKey])
        {
            Assert.DoesNotContain(secret, failure.ToString(), StringComparison.Ordinal);
        }

        return failure;
    }
}
