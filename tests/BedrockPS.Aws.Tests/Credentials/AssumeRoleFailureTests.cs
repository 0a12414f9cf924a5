using BedrockPS.Access;
using BedrockPS.Aws.Tests.Support;
using BedrockPS.Http;

namespace BedrockPS.Aws.Tests.Credentials;

public sealed class AssumeRoleFailureTests : StsTest
{
    [Fact]
    public async Task A_refusal_names_profile_role_and_source_and_the_policy_that_must_allow_it()
    {
        WriteRole();
        Sts.ExternalId = "another";

        BedrockException error = await FailAsync(
            "profile 'ops'", RoleArn, "AccessDenied: User: arn:aws:iam::111122223333:user/u is not authorized",
            $"The trust policy of {RoleArn} must allow sts:AssumeRole", "profile 'base'");

        Assert.Equal("sts-request-1", error.RequestId);
        Assert.Single(Sts.Requests);
    }

    [Theory]
    [InlineData("ExpiredToken", "The keys of profile 'base' have expired")]
    [InlineData("InvalidClientTokenId", "The keys of profile 'base' are wrong, disabled or deleted")]
    [InlineData("RegionDisabledException", "STS is not active in us-west-2")]
    [InlineData("ValidationError", "Check the role's settings")]
    public async Task What_to_do_follows_from_the_service_s_code(string code, string advice)
    {
        WriteRole();
        Sts.FailNext(code, "The service's own words.");

        await FailAsync($"STS says {code}: The service's own words. {advice}");
        Assert.Single(Sts.Requests);
    }

    [Theory]
    [InlineData("Signature expired: 20260101T000000Z is now earlier than 20260101T010000Z")]
    [InlineData("Signature not yet current: 20260101T000000Z is still later than 20250101T000000Z")]
    public async Task A_wrong_clock_is_not_blamed_on_the_keys(string message)
    {
        WriteRole();
        Sts.FailNext("SignatureDoesNotMatch", message, 403);

        await FailAsync("The clock of this machine is off");
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(12, 2)]
    public async Task Keys_that_do_not_fit_together_are_told_by_their_profile_at_any_time(int minutes, int requests)
    {
        Sts.ClockOffset = TimeSpan.FromMinutes(minutes);
        Sts.AddUser("AKIDBASE", "another/secret");
        WriteRole();

        await FailAsync("SignatureDoesNotMatch", "profile 'base'");
        Assert.Equal(requests, Sts.Requests.Count);
    }

    [Fact]
    public async Task The_request_that_the_service_quotes_is_shown_without_its_token()
    {
        WriteRole();
        Sts.FailNext("SignatureDoesNotMatch", "Not \n'x-amz-security-token:IQoJb3/to+ken==\n'", 403);

        BedrockException error = await FailAsync("x-amz-security-token:*** '");

        Assert.DoesNotContain("IQoJb3", error.ToString(), StringComparison.Ordinal);
    }

    [UnixFact]
    public async Task Keys_that_it_calls_expired_are_asked_for_again_at_the_next_request()
    {
        string log = Folder.Write("log", string.Empty);
        string keys = Folder.Write(
            "keys.json", $$"""{"Version":1,"AccessKeyId":"AKIDBASE","SecretAccessKey":"{{BaseSecret}}"}""");
        WriteConfig(
            $"""
            [profile base]
            credential_process = sh -c 'echo run >> {log}; cat {keys}'
            [profile ops]
            role_arn = {RoleArn}
            source_profile = base
            """);
        Sts.FailNext("ExpiredToken", "Over.", 403);
        await FailAsync("The keys of profile 'base' have expired");

        await SignAsRoleAsync(Ops);

        Assert.Equal(2, File.ReadAllLines(log).Length);
    }

    [Fact]
    public async Task What_may_pass_is_tried_again()
    {
        WriteRole();
        Sts.FailNext("Throttling", "Rate exceeded");
        Sts.AnswerNext(LoopbackReply.HangUp);

        await SignAsRoleAsync(Ops);

        Assert.Equal(3, Sts.Requests.Count);
    }

    [Fact]
    public async Task A_fault_that_stays_is_told_after_three_attempts()
    {
        WriteRole();
        for (int i = 0; i < 4; i++)
        {
            Sts.AnswerNext(new LoopbackReply("<html>Bad gateway</html>", 502, "text/html"));
        }

        await FailAsync("HTTP 502");
        Assert.Equal(3, Sts.Requests.Count);
    }

    [Theory]
    [InlineData("<html>Sign in to the hotel's network</html>")]
    [InlineData("not xml at all")]
    [InlineData("<!DOCTYPE a [<!ENTITY e 'AKID'>]><a><Credentials><AccessKeyId>&e;</AccessKeyId><SecretAccessKey>s"
        + "</SecretAccessKey><SessionToken>t</SessionToken><Expiration>2999-01-01T00:00:00Z</Expiration>"
        + "</Credentials></a>")]
    [InlineData("<a><Credentials><Expiration>soon</Expiration></Credentials></a>")]
    [InlineData("<a><Credentials><Expiration>2999-01-01T00:00:00Z</Expiration></Credentials></a>")]
    public async Task An_answer_that_is_none_is_not_believed(string body)
    {
        WriteRole();
        Sts.AnswerNext(new LoopbackReply(body, 200, "text/html"));

        await FailAsync("the answer");
    }

    [Fact]
    public async Task A_service_that_is_not_there_is_named()
    {
        using SilentServer closed = new();
        closed.Dispose();
        Set("AWS_ENDPOINT_URL_STS", closed.Uri.ToString());
        WriteRole();

        await FailAsync($"{closed.Uri.Authority} could not be reached", "AWS_ENDPOINT_URL_STS");
    }

    [Fact]
    public async Task A_service_that_stays_silent_is_left_after_its_limit()
    {
        using SilentServer silent = new();
        Set("AWS_ENDPOINT_URL_STS", silent.Uri.ToString());
        WriteRole();

        Task<BedrockException> failing = FailAsync("has not answered in 30 s");
        await silent.Reached;
        Clock.Advance(TimeSpan.FromSeconds(30));

        await failing;
    }

    [Fact]
    public async Task A_service_that_stays_silent_is_left_at_once_when_the_call_is_stopped()
    {
        using SilentServer silent = new();
        Set("AWS_ENDPOINT_URL_STS", silent.Uri.ToString());
        WriteRole();
        using HttpMessageInvoker signer = new(Session.CreateSigner(Ops, Sending.Region, new CatchingHandler()));
        using HttpRequestMessage request = Sending.Post("/model/m/converse");
        using CancellationTokenSource stop = new();

        Task sending = signer.SendAsync(request, stop.Token);
        await silent.Reached;
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending.WaitAsync(TimeSpan.FromSeconds(5)));
    }

    [Theory]
    [InlineData("duration_seconds = soon", "duration_seconds is 'soon'")]
    [InlineData("credential_source = Environment", "both source_profile and credential_source")]
    public async Task A_role_that_is_described_wrongly_is_not_asked_for(string line, string reason)
    {
        WriteRole(line);

        await FailAsync("profile 'ops'", reason);
        Assert.Empty(Sts.Requests);
    }

    [Theory]
    [InlineData("Environment", "AWS_ACCESS_KEY_ID is not set")]
    [InlineData("EcsContainer", "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI is not set")]
    [InlineData("Ec2InstanceMetadata", "AWS_EC2_METADATA_DISABLED is set")]
    [InlineData("Elsewhere", "Environment, EcsContainer or Ec2InstanceMetadata")]
    public async Task A_credential_source_that_is_not_there_is_named(string source, string reason)
    {
        WriteConfig($"[profile ops]\nrole_arn = {RoleArn}\ncredential_source = {source}\n");

        await FailAsync("profile 'ops'", $"credential_source is", reason);
    }

    [Fact]
    public async Task A_source_profile_that_is_missing_is_named_with_the_one_that_names_it()
    {
        WriteConfig($"[profile ops]\nrole_arn = {RoleArn}\nsource_profile = absent\n");

        BedrockException error = await Session.FailAsync(Ops);

        Assert.Equal(ClientErrorCode.ProfileNotFound, error.ErrorCode);
        Assert.Contains("'ops' names the source_profile 'absent'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_circle_is_told_in_full()
    {
        WriteConfig(
            $"""
            [profile ops]
            role_arn = {RoleArn}
            source_profile = a
            [profile a]
            role_arn = {RoleArn}
            source_profile = b
            [profile b]
            role_arn = {RoleArn}
            source_profile = a
            """);

        await FailAsync("ops -> a -> b -> a");
    }

    private async Task<BedrockException> FailAsync(params string[] parts)
    {
        BedrockException error = await Session.FailAsync(Ops);

        Assert.Equal(ClientErrorCode.InvalidCredentials, error.ErrorCode);
        Assert.All(parts, part => Assert.Contains(part, error.Message, StringComparison.Ordinal));
        Assert.DoesNotContain(BaseSecret, error.ToString(), StringComparison.Ordinal);
        return error;
    }
}
