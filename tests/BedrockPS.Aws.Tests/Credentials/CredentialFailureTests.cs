using BedrockPS.Access;
using BedrockPS.Aws.Tests.Support;
using BedrockPS.Http;

namespace BedrockPS.Aws.Tests.Credentials;

public sealed class CredentialFailureTests : EnvironmentTest
{
    private const string Secret = "hunter2secret";

    [Fact]
    public async Task No_source_at_all_lists_what_was_looked_at_and_what_to_do()
    {
        BedrockException error = await Gateway.FailAsync(new AwsSettings());

        Assert.Equal(ClientErrorCode.CredentialsNotFound, error.ErrorCode);
        foreach (string part in (string[])["AWS_ACCESS_KEY_ID", "'default'", Folder.Path, "AWS_EC2_METADATA_DISABLED",
            "Set-BRDefault -ProfileName", "aws configure"])
        {
            Assert.Contains(part, error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Half_a_pair_of_keys_is_not_made_whole_from_elsewhere()
    {
        Set("AWS_ACCESS_KEY_ID", "AKIDENVIRONMENT");
        Set("AWS_SECRET_ACCESS_KEY", Secret);

        await AssertInvalidAsync(new AwsSettings { AccessKey = "AKID" }, "-SecretKey");
        await AssertInvalidAsync(new AwsSettings { SecretKey = Secret }, "-AccessKey");
        await AssertInvalidAsync(new AwsSettings { SessionToken = Secret }, "-AccessKey");
    }

    [Fact]
    public async Task Half_a_pair_in_the_environment_or_the_default_profile_is_not_passed_over()
    {
        WriteCredentials($"[default]\naws_secret_access_key = {Secret}\n");
        await AssertInvalidAsync(new AwsSettings(), "'default'");

        Set("AWS_SECRET_ACCESS_KEY", Secret);
        await AssertInvalidAsync(new AwsSettings(), "AWS_ACCESS_KEY_ID");
    }

    [Fact]
    public async Task A_missing_profile_is_never_passed_over()
    {
        WriteCredentials($"[default]\naws_access_key_id = AKID\naws_secret_access_key = {Secret}\n");
        BedrockException named = await Gateway.FailAsync(new AwsSettings { ProfileName = "absent" });

        Set("AWS_PROFILE", "absent");
        BedrockException ambient = await Gateway.FailAsync(new AwsSettings());

        AssertProfileNotFound(named);
        AssertProfileNotFound(ambient);
    }

    [Fact]
    public async Task A_named_file_without_a_default_profile_is_not_passed_over()
    {
        WriteCredentials($"[default]\naws_access_key_id = AKID\naws_secret_access_key = {Secret}\n");
        Set("AWS_CONFIG_FILE", null);
        string location = Folder.Write("mine/credentials", string.Empty);

        BedrockException error = await Gateway.FailAsync(new AwsSettings { ProfileLocation = location });

        Assert.Equal(ClientErrorCode.ProfileNotFound, error.ErrorCode);
        Assert.Contains(location, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("region = eu-west-1", "'p'")]
    [InlineData("region = no region", "no region")]
    [InlineData("aws_access_key_id = AKID", "'p'")]
    [InlineData("role_arn = arn:aws:iam::1:role/r\nsource_profile = p2", "p -> p2 -> p")]
    public async Task A_profile_that_cannot_be_used_says_why(string lines, string reason)
    {
        WriteConfig(
            $"""
            [profile p]
            {lines}
            [profile p2]
            role_arn = arn:aws:iam::1:role/r
            source_profile = p
            [profile keys]
            aws_access_key_id = AKID
            aws_secret_access_key = {Secret}
            [sso-session s]
            sso_region = eu-west-1
            sso_start_url = https://example.invalid
            """);

        await AssertInvalidAsync(new AwsSettings { ProfileName = "p" }, reason);
    }

    [UnixFact]
    public async Task A_credential_process_that_fails_is_told_with_its_complaint()
    {
        WriteConfig("[profile p]\ncredential_process = sh -c 'echo log in first >&2; exit 7'\n");

        await AssertInvalidAsync(new AwsSettings { ProfileName = "p" }, "log in first");
    }

    [UnixFact]
    public async Task What_a_credential_process_printed_is_never_told()
    {
        WriteConfig($"[profile p]\ncredential_process = echo not json {Secret}\n");

        await AssertInvalidAsync(new AwsSettings { ProfileName = "p" }, "'p'");
    }

    [Fact]
    public async Task A_failure_is_not_remembered()
    {
        using HttpMessageInvoker signer = new(
            Gateway.CreateSigner(new AwsSettings(), Sending.Region, new CatchingHandler()));
        using HttpRequestMessage request = Sending.Post("/model/m/converse");
        await Assert.ThrowsAsync<BedrockException>(() => signer.SendAsync(request, CancellationToken.None));

        WriteCredentials($"[default]\naws_access_key_id = AKID\naws_secret_access_key = {Secret}\n");

        using HttpResponseMessage response = await signer.SendAsync(request, CancellationToken.None);
        Assert.True(response.IsSuccessStatusCode);
    }

    private static async Task AssertInvalidAsync(AwsSettings settings, string part)
    {
        BedrockException error = await Gateway.FailAsync(settings);

        Assert.Equal(ClientErrorCode.InvalidCredentials, error.ErrorCode);
        Assert.Contains(part, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, error.ToString(), StringComparison.Ordinal);
    }

    private static void AssertProfileNotFound(BedrockException error)
    {
        Assert.Equal(ClientErrorCode.ProfileNotFound, error.ErrorCode);
        Assert.Contains("'absent'", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, error.ToString(), StringComparison.Ordinal);
    }
}
