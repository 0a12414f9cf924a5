using BedrockPS.Access;
using BedrockPS.Aws.Tests.Support;
using BedrockPS.Http;

namespace BedrockPS.Aws.Tests.Credentials;

public sealed class FindCredentialsTests : StsTest
{
    [Fact]
    public void Keys_that_are_written_out_are_named_by_their_place_and_their_end()
    {
        WriteRole();
        AwsSettings settings = new() { AccessKey = "AKIDEXPLICIT0001", SecretKey = "s", ProfileName = "base" };

        Assert.Equal(new CredentialOrigin("-AccessKey", "****0001"), Session.FindCredentials(settings));
        Assert.Equal(
            new CredentialOrigin("profile 'base' (-ProfileName)", "****"),
            Session.FindCredentials(settings with { AccessKey = null, SecretKey = null }));

        Set("AWS_PROFILE", "base");
        Assert.Equal("profile 'base' (AWS_PROFILE)", Session.FindCredentials(new AwsSettings())!.Source);

        Set("AWS_ACCESS_KEY_ID", "AKIDENVIRONMENT2");
        Set("AWS_SECRET_ACCESS_KEY", "s");
        Assert.Equal(new CredentialOrigin("AWS_ACCESS_KEY_ID", "****ENT2"), Session.FindCredentials(new AwsSettings()));
    }

    [Fact]
    public void The_default_profile_needs_nobody_to_choose_it()
    {
        WriteConfig("[default]\naws_access_key_id = AKIDDEFAULT\naws_secret_access_key = s\n");

        Assert.Equal("profile 'default'", Session.FindCredentials(new AwsSettings())!.Source);
    }

    [Fact]
    public async Task A_role_is_told_with_its_way_and_with_its_keys_once_they_are_there()
    {
        WriteRole();
        string source = $"profile 'ops' (-ProfileName): role {RoleArn} through profile 'base'";
        Assert.Equal(new CredentialOrigin(source), Session.FindCredentials(Ops));
        Assert.Empty(Sts.Requests);

        await SignAsRoleAsync(Ops);

        Assert.Equal(
            new CredentialOrigin(source, "****0001", Clock.GetUtcNow() + Sts.Lifetime), Session.FindCredentials(Ops));
    }

    [Fact]
    public void The_machine_s_sources_are_named_by_their_variable_and_the_instance_s_is_none()
    {
        Set("AWS_EC2_METADATA_DISABLED", null);
        Assert.Null(Session.FindCredentials(new AwsSettings()));

        Set("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "/v2/credentials/id");
        Assert.Equal(
            new CredentialOrigin("container (AWS_CONTAINER_CREDENTIALS_RELATIVE_URI)"),
            Session.FindCredentials(new AwsSettings()));

        Set("AWS_WEB_IDENTITY_TOKEN_FILE", "/no/such/file");
        Set("AWS_ROLE_ARN", RoleArn);
        Assert.Equal(
            new CredentialOrigin($"web identity (AWS_WEB_IDENTITY_TOKEN_FILE): role {RoleArn}"),
            Session.FindCredentials(new AwsSettings()));
    }

    [Fact]
    public void What_would_fail_on_sending_fails_here()
    {
        Assert.Equal(ClientErrorCode.CredentialsNotFound, Code(new AwsSettings()));
        Assert.Equal(ClientErrorCode.ProfileNotFound, Code(Ops));

        WriteConfig($"[profile ops]\nrole_arn = {RoleArn}\nsource_profile = ops\n");
        Assert.Equal(ClientErrorCode.InvalidCredentials, Code(Ops));
    }

    private string Code(AwsSettings settings) =>
        Assert.Throws<BedrockException>(() => Session.FindCredentials(settings)).ErrorCode;
}
