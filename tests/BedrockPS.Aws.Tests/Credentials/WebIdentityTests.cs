using BedrockPS.Access;
using BedrockPS.Aws.Tests.Support;
using BedrockPS.Http;

namespace BedrockPS.Aws.Tests.Credentials;

public sealed class WebIdentityTests : StsTest
{
    private readonly string _file;

    public WebIdentityTests() => _file = Folder.Write("token", Sts.IdentityToken + "\n");

    [Fact]
    public async Task A_profile_s_token_is_given_for_its_role_unsigned()
    {
        WriteProfile("role_session_name = pod\nduration_seconds = 1800");

        Assert.Equal("arn:aws:sts::111122223333:assumed-role/Ops/pod", await SignAsRoleAsync(Ops));
        Assert.Null(Sts.Requests[0].FindHeader("Authorization"));
        Assert.Equal("1800", LastForm["DurationSeconds"]);
    }

    [Fact]
    public async Task The_environment_s_stands_before_the_default_profile_and_after_a_named_one()
    {
        Set("AWS_WEB_IDENTITY_TOKEN_FILE", _file);
        Set("AWS_ROLE_ARN", RoleArn);
        Set("AWS_ROLE_SESSION_NAME", "irsa");
        WriteConfig($"{BaseProfile}[default]\naws_access_key_id = AKIDDEFAULT\naws_secret_access_key = s\n");

        Assert.EndsWith("/Ops/irsa", await SignAsRoleAsync(new AwsSettings()), StringComparison.Ordinal);

        Set("AWS_PROFILE", "base");
        Assert.Equal("AKIDBASE", (await Session.SignAsync(new AwsSettings())).AccessKey);
    }

    [Fact]
    public async Task The_token_is_read_again_at_each_renewal()
    {
        WriteProfile();
        await SignAsRoleAsync(Ops);

        Sts.IdentityToken = "the next token";
        Folder.Write("token", Sts.IdentityToken);
        Clock.Advance(Sts.Lifetime);

        await SignAsRoleAsync(Ops);
        Assert.Equal("the next token", LastForm["WebIdentityToken"]);
    }

    [Fact]
    public async Task A_role_may_come_from_a_web_identity()
    {
        WriteProfile(more: $"[profile last]\nrole_arn = {RoleArn}Last\nsource_profile = ops\n");

        string arn = await SignAsRoleAsync(new AwsSettings { ProfileName = "last" });

        Assert.Contains("/OpsLast/", arn, StringComparison.Ordinal);
        Assert.Equal("ASIA0000000000000001", Sts.Requests[1].AccessKey);
    }

    [Theory]
    [InlineData("ExpiredTokenException", "has expired: whoever writes that file has to renew it")]
    [InlineData("InvalidIdentityToken", "as an identity provider")]
    [InlineData("AccessDenied", "must allow sts:AssumeRoleWithWebIdentity")]
    public async Task What_to_do_follows_from_the_service_s_code(string code, string advice)
    {
        WriteProfile();
        Sts.FailNext(code, "No.");

        await AssertInvalidAsync(Ops, "profile 'ops'", RoleArn, code, _file, advice);
    }

    [Fact]
    public async Task A_token_that_is_not_there_is_named_by_its_file()
    {
        WriteProfile();
        Folder.Write("token", " \n");
        await AssertInvalidAsync(Ops, _file, "is empty");

        File.Delete(_file);
        await AssertInvalidAsync(Ops, _file);
        Assert.Empty(Sts.Requests);
    }

    [Fact]
    public async Task A_token_without_a_role_is_no_identity()
    {
        Set("AWS_WEB_IDENTITY_TOKEN_FILE", _file);

        await AssertInvalidAsync(new AwsSettings(), "AWS_WEB_IDENTITY_TOKEN_FILE", "AWS_ROLE_ARN");
    }

    private void WriteProfile(string lines = "", string more = "") => WriteConfig(
        $"""
        [profile ops]
        role_arn = {RoleArn}
        web_identity_token_file = {_file}
        {lines}
        {more}
        """);

    private async Task AssertInvalidAsync(AwsSettings settings, params string[] parts)
    {
        BedrockException error = await Session.FailAsync(settings);

        Assert.Equal(ClientErrorCode.InvalidCredentials, error.ErrorCode);
        Assert.All(parts, part => Assert.Contains(part, error.Message, StringComparison.Ordinal));
        Assert.DoesNotContain(Sts.IdentityToken, error.ToString(), StringComparison.Ordinal);
    }
}
